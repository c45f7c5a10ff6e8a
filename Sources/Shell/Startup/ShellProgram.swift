import CmdletKit
import ContainerCmdlets
import CoreCmdlets
import Engine
import Glibc
import LineEditing
import LinuxSystem
import SourceText
import Syntax
import Values

/// The shell as a program: from its arguments to its exit code.
public enum ShellProgram {
    public static let version = "0.1.0"
    /// Stack for scripts that recurse: reserved, not used until they do.
    private static let stackSize = 512 << 20

    /// - Parameter arguments: the program's own name first; a dash before it asks for a login shell.
    public static func run(_ all: [String]) -> Int32 {
        let arguments = Array(all.dropFirst())
        let options: CommandLineOptions
        do {
            options = try CommandLineOptions.parse(arguments)
            if let path = options.settingsFile { try SettingsFile.read(path).apply(Engine.moduleFolders) }
        } catch {
            TextOutput(2).write("bulkhead: \(error.description)\n")
            return 64
        }
        if options.showsHelp {
            TextOutput(1).write(CommandLineOptions.help)
            return 0
        }
        if options.showsVersion {
            TextOutput(1).write("Bulkhead \(version) (the language of PowerShell \(Engine.languageVersion))\n")
            return 0
        }
        if let place = options.loginPlace ?? (all.first?.hasPrefix("-") == true ? arguments.count : nil) {
            // Comes back only where there is no shell to read the profiles.
            LoginShell.restart(arguments.enumerated().filter { $0.offset != place }.map(\.element))
        }
        SignalHandling.ignorePipeErrors()
        return LargeStack.run(stackSize) { run(options) }
    }

    private static func run(_ options: CommandLineOptions) -> Int32 {
        let isTerminal = isatty(0) == 1 && isatty(1) == 1 && options.input == .interactive
        let host = ConsoleHost(interactive: !options.nonInteractive && isatty(0) == 1)
        defer { host.flush() }
        // Scripts read it, and programs that they start inherit it.
        if Environment.value("PSModulePath")?.isEmpty ?? true {
            setenv("PSModulePath", Engine.moduleFolders.joined(separator: ":"), 1)
        }
        let engine: Engine
        do { engine = try Session.make(host, options, interrupt: SignalHandling.interrupt) } catch {
            host.writeError(.wrapping(error))
            return 1
        }
        defer { Session.end(engine) }
        host.errorView = { [link = engine.link] in link.engine.map(ErrorView.chosen) ?? .concise }
        SignalHandling.install()
        if case .file(let path, _) = options.input, !engine.isScriptFile(engine.fileSystem.display(ofArgument: path)) {
            TextOutput(2).write(
                "The argument '\(path)' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, "
                    + "verify that the path is correct and try again.\n")
            return 64
        }
        do {
            // Before the profile, which may define another.
            if options.input == .interactive { try engine.run(SourceFile(text: Prompt.function)) }
            try Profile.load(engine, run: !options.noProfile)
            switch options.input {
            case .command(let text):
                let readsInput = isatty(0) == 0 && Parser.parse(SourceFile(text: text)).script.readsInput
                let ended =
                    readsInput
                    ? try engine.run(text, arguments: [], input: pipedLines()) : try engine.run(SourceFile(text: text))
                if !options.noExit { return ended && engine.succeeded ? 0 : 1 }
            case .commandWithArguments(let text, let arguments):
                let ended = try engine.run(text, arguments: ScriptArguments.parse(arguments), input: pipedLines())
                if !options.noExit { return ended && engine.succeeded ? 0 : 1 }
            case .file(let path, let arguments):
                let ended = try engine.runScript(
                    engine.fileSystem.display(ofArgument: path), arguments: ScriptArguments.parse(arguments), input: pipedLines())
                if !options.noExit { return ended ? 0 : 1 }
            case .interactive, .standardInput: break
            }
            return try interact(engine, host, options, isTerminal: isTerminal || options.noExit && isatty(0) == 1)
        } catch let request as ExitRequest {
            return request.code
        } catch {
            return 130
        }
    }

    /// The lines that are piped into the program; nil at a terminal.
    private static func pipedLines() -> Engine.InputSource? {
        guard isatty(0) == 0 else { return nil }
        let input = LineInput(0)
        return { input.next().map { .string($0) } }
    }

    private static func interact(_ engine: Engine, _ host: ConsoleHost, _ options: CommandLineOptions, isTerminal: Bool) throws
        -> Int32
    {
        let input = LineInput(0)
        let lines: any LineSource
        let history: any LineHistory = HistoryFile.defaultPath.map { HistoryFile($0) } ?? NoHistory()
        if isTerminal,
            let terminal = TerminalLines(interrupt: engine.interrupt, history: history, complete: Session.completer(engine))
        {
            if let sessions = SessionHistoryFiles() { engine.provide(sessions, as: (any SessionHistory).self) }
            lines = terminal
        } else {
            lines = PlainLines(input)
            host.lineSource = { _ in input.next() }
        }
        let repl = Repl(engine, lines: lines, isTerminal: isTerminal)
        repl.start()
        if isTerminal, !options.noLogo { host.writeText(Session.banner(engine), newline: true, foreground: nil, background: nil) }
        if let code = repl.run() { return code }
        if isTerminal { host.writeText("", newline: true, foreground: nil, background: nil) }
        return isTerminal || engine.succeeded ? 0 : 1
    }
}

/// Arguments of `-File`: `-Name` words are parameter names, the rest strings.
enum ScriptArguments {
    static func parse(_ words: [String]) -> [Argument] {
        words.map { word in
            guard let dash = word.first, "-–—―".contains(dash), word.count > 1, word.dropFirst().first?.isLetter == true else {
                return .value(.string(word), text: nil, isBare: false)
            }
            let body = word.dropFirst()
            guard let colon = body.firstIndex(of: ":") else { return .parameter(name: String(body), text: word, value: nil) }
            let value = String(body[body.index(after: colon)...])
            let typed: Value =
                ["$true", "true"].contains(value.lowercased())
                ? .bool(true) : ["$false", "false"].contains(value.lowercased()) ? .bool(false) : .string(value)
            return .parameter(name: String(body[..<colon]), text: word, value: typed)
        }
    }
}
