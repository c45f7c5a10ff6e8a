import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// Start-Process.
struct StartProcess: Cmdlet {
    private var filePath = ""
    private var argumentList: [String] = []
    private var workingDirectory: String?
    private var environment: HashtableArgument?
    private var loadUserProfile: Switch = false
    private var noNewWindow: Switch = false
    private var passThru: Switch = false
    private var standardInput: String?
    private var standardOutput: String?
    private var standardError: String?
    private var useNewEnvironment: Switch = false
    private var verb: String?
    private var wait: Switch = false
    private var windowStyle: String?
    private var credential: Value = .null

    static let declaration = CmdletDeclaration<Self>(
        "Start-Process", aliases: ["saps"], synopsis: "Starts a program as a process of its own.",
        description: "The program runs beside the shell and shares its terminal; -Wait waits for its end.", defaultSet: "Default",
        confirms: true,
        parameters: [
            Parameter(
                "FilePath", \.filePath, aliases: ["PSPath", "Path"], position: 0, mandatory: true, completer: .paths,
                help: "The program, or a file to open."),
            Parameter(
                "ArgumentList", \.argumentList, aliases: ["Args"], position: 1, validate: [.notNull],
                help: "Its arguments; a single text is taken apart at blanks outside of quotes."),
            Parameter("Credential", \.credential, aliases: ["RunAs"], sets: ["Default"], help: "Another user; not to be had here."),
            Parameter(
                "WorkingDirectory", \.workingDirectory, validate: [.notNullOrEmpty], completer: .paths,
                help: "The folder it runs in."),
            Parameter(
                "LoadUserProfile", \.loadUserProfile, aliases: ["Lup"], sets: ["Default"], help: "For Windows; has no meaning here."
            ),
            Parameter(
                "NoNewWindow", \.noNewWindow, aliases: ["nnw"], sets: ["Default"],
                help: "Taken for compatibility: there are no windows."),
            Parameter("PassThru", \.passThru, help: "Writes the process."),
            Parameter(
                "RedirectStandardError", \.standardError, aliases: ["RSE"], sets: ["Default"], completer: .paths,
                help: "A file for its error output."),
            Parameter(
                "RedirectStandardInput", \.standardInput, aliases: ["RSI"], sets: ["Default"], completer: .paths,
                help: "A file for its input."),
            Parameter(
                "RedirectStandardOutput", \.standardOutput, aliases: ["RSO"], sets: ["Default"], completer: .paths,
                help: "A file for its output."),
            Parameter("Verb", \.verb, sets: ["UseShellExecute"], help: "What Windows is to do with a file; not to be had here."),
            Parameter("WindowStyle", \.windowStyle, help: "For Windows; not to be had here."),
            Parameter("Wait", \.wait, help: "Waits for its end."),
            Parameter(
                "UseNewEnvironment", \.useNewEnvironment, sets: ["Default"], help: "None of the shell's environment variables."),
            Parameter("Environment", \.environment, help: "Environment variables for it; one that is null is taken away."),
        ],
        outputs: ["System.Diagnostics.Process"],
        examples: [Example("(Start-Process true -Wait -PassThru).ExitCode", "A program that does nothing.", output: "0")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        for (name, isUsed) in [
            ("Verb", verb != nil), ("WindowStyle", windowStyle != nil), ("Credential", !credential.isNull),
            ("LoadUserProfile", loadUserProfile.isOn),
        ]
        where isUsed {
            throw ValueError(
                "The parameter -\(name) of Start-Process is for Windows and cannot be used on Linux.", id: "NotSupportedException",
                exception: "System.NotSupportedException", category: "NotImplemented")
        }
        let engine = try runtime.service(Engine.self)
        // One text of all of them, as in PowerShell: an argument with blanks brings its own quotes.
        let words = CommandWords.split(argumentList.joined(separator: " "))
        let (program, arguments) = try ProgramSearch.find(filePath, words, engine)
        guard try runtime.shouldProcess(target: program, action: "Start-Process") else { return }
        var opened: [Descriptor] = []
        defer { for descriptor in opened { descriptor.close() } }
        func open(_ path: String?, _ flags: Int32, _ inherited: Int32?) throws -> Int32? {
            guard let path else { return inherited }
            let host = try OutputPath.file(path, literal: true, engine)
            do {
                let file = try Descriptor.open(host, flags, mode: 0o666)
                opened.append(file)
                return file.raw
            } catch {
                throw ValueError(
                    "This command cannot be run because the file '\(path)' cannot be opened: \(error.description)",
                    id: "InvalidOperationException",
                    exception: "System.IO.FileNotFoundException", category: "InvalidOperation")
            }
        }
        engine.host.flush()
        let inherited = engine.host.nativeDescriptors
        var options = SpawnOptions(arguments: [program] + arguments)
        options.setStandard(
            input: try open(standardInput, O_RDONLY, inherited?.input),
            output: try open(standardOutput, O_WRONLY | O_CREAT | O_TRUNC, inherited?.output),
            error: try open(standardError, O_WRONLY | O_CREAT | O_TRUNC, inherited?.error))
        options.workingDirectory = engine.fileSystem.hostLocation
        if let workingDirectory {
            guard case .file(let host) = try engine.itemPath(workingDirectory), engine.fileSystem.isDirectory(host) else {
                throw ValueError(
                    "This command cannot be run because the folder '\(workingDirectory)' of -WorkingDirectory does not exist.",
                    id: "InvalidOperationException",
                    exception: "System.IO.DirectoryNotFoundException", category: "InvalidOperation")
            }
            options.workingDirectory = host
        }
        options.environment = pairs(engine.environment)
        let child: ChildProcess
        do { child = try spawn(program, options) } catch {
            throw ValueError(
                "This command cannot be run due to the error: \(error.description)", id: "InvalidOperationException",
                exception: "System.InvalidOperationException", category: "InvalidOperation")
        }
        let object = ProcessObject(
            ProcessSnapshot(id: child.pid, name: program), style: engine.service((any ProcessSource).self)?.style ?? .unix)
        object.adopt(child, program: program)
        // The shell must reap it in the end, whoever holds on to the object.
        StartedProcesses.of(engine).add(child)
        if passThru.isOn { try runtime.write(.object(object)) }
        if wait.isOn { _ = try object.waitEnd(seconds: nil) { try runtime.checkStop() } }
    }

    private func pairs(_ session: EnvironmentVariables) -> [String] {
        var pairs = useNewEnvironment.isOn ? ["PATH=" + session.path] : session.pairs
        for pair in environment?.table.pairs ?? [] {
            let name = pair.key.displayText
            pairs.removeAll { $0.hasPrefix(name + "=") }
            if !pair.value.isNull { pairs.append("\(name)=\(pair.value.displayText)") }
        }
        return pairs
    }
}
