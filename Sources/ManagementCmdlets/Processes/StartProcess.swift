import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// Start-Process: starts a program beside the shell (`ProgramSearch` finds it).
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
        description: """
            The program runs beside the shell and shares its terminal; -Wait waits for its end. Writes nothing \
            unless -PassThru is given: then a System.Diagnostics.Process, which knows the exit code once the program \
            has ended. Several arguments are joined with blanks and taken apart again, as on Windows: an argument \
            with blanks needs quotes of its own within the text. A file without execute permission is opened with \
            xdg-open.
            """,
        defaultSet: "Default", confirms: true,
        parameters: [
            Parameter(
                \.filePath, aliases: ["PSPath", "Path"], position: 0, mandatory: true, completer: .paths,
                help: "The program, by name or path, or a file to open."),
            Parameter(
                \.argumentList, aliases: ["Args"], position: 1, validate: [.notNull],
                help: "Arguments, joined with blanks; quotes within the text keep an argument with blanks together."),
            Parameter(
                \.credential, aliases: ["RunAs"], sets: ["Default"],
                help: "Another user to run as; an error on Linux."),
            Parameter(
                \.workingDirectory, validate: [.notNullOrEmpty], completer: .paths,
                help: "The folder that the program runs in; the current location by default."),
            Parameter(
                \.loadUserProfile, aliases: ["Lup"], sets: ["Default"], help: "For Windows; an error on Linux."
            ),
            Parameter(
                \.noNewWindow, aliases: ["nnw"], sets: ["Default"],
                help: "Accepted for scripts that give it: there are no windows."),
            Parameter(\.passThru, help: "Writes the process."),
            Parameter(
                \.standardError, named: "RedirectStandardError", aliases: ["RSE"], sets: ["Default"], completer: .paths,
                help: "A file that its error output is written to."),
            Parameter(
                \.standardInput, named: "RedirectStandardInput", aliases: ["RSI"], sets: ["Default"], completer: .paths,
                help: "A file that its input is read from."),
            Parameter(
                \.standardOutput, named: "RedirectStandardOutput", aliases: ["RSO"], sets: ["Default"], completer: .paths,
                help: "A file that its output is written to."),
            Parameter(\.verb, sets: ["UseShellExecute"], help: "For Windows (RunAs, Print, …); an error on Linux."),
            Parameter(\.windowStyle, help: "For Windows; an error on Linux."),
            Parameter(\.wait, help: "Waits until the program has ended."),
            Parameter(
                \.useNewEnvironment, sets: ["Default"],
                help: "Starts the program without the environment variables of the shell, except for PATH."),
            Parameter(
                \.environment, help: "A hashtable of environment variables to set; $null takes a variable away."),
        ],
        outputs: ["System.Diagnostics.Process"],
        examples: [
            Example("(Start-Process true -Wait -PassThru).ExitCode", "The exit code of a program.", output: "0"),
            Example(
                """
                Start-Process sort -ArgumentList /etc/hosts -RedirectStandardOutput /tmp/start-process.txt -Wait
                Test-Path /tmp/start-process.txt
                Remove-Item /tmp/start-process.txt
                """,
                "Output to a file.", output: "True"),
        ])

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
        // As in PowerShell, the arguments are joined and split again, so an argument with blanks needs quotes of its own.
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
        // The shell has to reap the child, also after the object is released.
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
