import CmdletKit
import CmdletSupport
import ContainerCmdlets
import Glibc
import Interpreter
import LineEditing
import LinuxSystem
import Sessions
import SourceText
import Syntax
import Values

/// The shell as a program, from its arguments to its exit code.
public enum ShellProgram {
    /// The version of this program.
    public static let version = "0.1.0"
    /// The size of the stack in bytes. The kernel only reserves it; memory is used when scripts recurse.
    private static let stackSize = 512 << 20

    /// Runs the shell.
    /// - Parameter all: the arguments with the program's own name first; a hyphen before that name asks for a login shell.
    /// - Returns: the exit code (about_Pwsh): that of `exit`; 0 if the last command succeeded, 1 if it failed; 64 for a wrong
    ///   command line, 130 after Ctrl-C.
    public static func run(_ all: [String]) -> Int32 {
        let arguments = Array(all.dropFirst())
        let options: CommandLineOptions
        let settings: SettingsFile?
        do {
            options = try CommandLineOptions.parse(arguments)
            settings = try options.settingsFile.map { path throws(CommandLineOptions.UsageError) in try SettingsFile.read(path) }
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
            // Returns only if the profiles cannot be read.
            LoginShell.restart(arguments.enumerated().filter { $0.offset != place }.map(\.element))
        }
        SignalHandling.ignorePipeErrors()
        return LargeStack.run(stackSize) { run(options, settings) }
    }

    private static func run(_ options: CommandLineOptions, _ settings: SettingsFile?) -> Int32 {
        let isTerminal = isatty(0) == 1 && isatty(1) == 1 && options.input == .interactive
        let host = ConsoleHost(interactive: !options.nonInteractive && isatty(0) == 1)
        defer { host.flush() }
        let engine: Engine
        do { engine = try Session.make(host, options, interrupt: SignalHandling.interrupt) } catch {
            host.writeError(.wrapping(error))
            return 1
        }
        defer { Session.end(engine) }
        let environment = engine.environment
        settings?.apply(to: environment)
        // Set for scripts that read it and for the programs that they start.
        if environment["PSModulePath"]?.isEmpty ?? true {
            environment["PSModulePath"] = Engine.moduleFolders(environment).joined(separator: ":")
        }
        host.errorView = { [link = engine.link] in link.engine.map(ErrorView.chosen) ?? .concise }
        SignalHandling.install()
        if case .file(let path, _) = options.input, !engine.isScriptFile(engine.fileSystem.display(ofArgument: path)) {
            TextOutput(2).write(
                "The argument '\(path)' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, "
                    + "verify that the path is correct and try again.\n")
            return 64
        }
        do {
            // Before the profile, which may define its own.
            if options.input == .interactive { try engine.run(SourceFile(text: Prompt.function)) }
            try Profile.load(engine, run: !options.noProfile)
            switch options.input {
            case .command(let text):
                let parsed = Parser.parse(SourceFile(text: text))
                let readsInput = isatty(0) == 0 && parsed.script.readsInput
                let ended =
                    readsInput
                    ? try engine.run(text, arguments: [], input: pipedLines()) : try engine.run(parsed)
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

    /// The lines that are piped into the program; nil if standard input is a terminal.
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

/// The arguments of `-File` and `-CommandWithArgs`: words that begin with a hyphen and a letter name parameters, all others are
/// strings. `-Name:$true` and `-Name:$false` give booleans.
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
