import CmdletKit
import CmdletSupport
import Interpreter
import SourceText
import Syntax
import Values

/// Start-Job: runs a script block in a process of its own.
struct StartJob: Cmdlet {
    private var scriptBlock: ScriptBlock?
    private var filePath: String?
    private var literalPath: String?
    private var name: String?
    private var initializationScript: ScriptBlock?
    private var workingDirectory: String?
    private var runAs32: Switch = false
    private var psVersion: Value = .nothing
    private var inputObject: Value = .nothing
    private var argumentList: [Value] = []
    private var input: [Value] = []

    static let declaration = CmdletDeclaration<Self>(
        "Start-Job", aliases: ["sajb"], synopsis: "Starts code in a process of its own, which runs beside the session.",
        description: """
            The process is a shell of its own, and ends with this one. The code has no variables of this session but \
            those of the form $using:name, which are copied. Writes the job at once; Receive-Job gets what it \
            writes, as copies of objects without methods. Objects from the pipeline are $input in the code. A thread \
            job starts faster and shares objects, but one thread computes at a time.
            """,
        defaultSet: "ComputerName",
        parameters: [
            Parameter(
                \.scriptBlock, aliases: ["Command"], position: 0, mandatory: true, sets: ["ComputerName"],
                help: "The code that is run."),
            Parameter(
                \.filePath, position: 0, mandatory: true, sets: ["FilePathComputerName"], validate: [.notNullOrEmpty],
                completer: .paths, help: "The script file that is run, which is read here."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, sets: ["LiteralFilePathComputerName"],
                validate: [.notNullOrEmpty], completer: .paths,
                help: "The script file that is run; no character in the path is a wildcard."),
            Parameter(
                \.name, pipeline: .byPropertyName, validate: [.notNullOrEmpty],
                help: "The name of the job; Job and its number by default."),
            Parameter(
                \.initializationScript, position: 1,
                help: "Code that is run before, such as functions that the job needs."),
            Parameter(
                \.workingDirectory, validate: [.pattern(#"\S"#)], completer: .paths,
                help: "The folder that the job starts in; the current location by default."),
            Parameter(\.runAs32, help: "For Windows; an error here."),
            Parameter(
                \.psVersion, named: "PSVersion", validate: [.set(["5.1"], ignoreCase: true)],
                help: "5.1: Windows PowerShell; an error here."),
            Parameter(
                \.inputObject, pipeline: .byValue, help: "What is $input in the code; usually from the pipeline."),
            Parameter(\.argumentList, aliases: ["Args"], help: "Arguments for the code."),
        ],
        outputs: ["System.Management.Automation.PSRemotingJob"],
        examples: [
            Example(
                "$n = 4; Start-Job { $using:n * 2 } | Receive-Job -Wait -AutoRemoveJob",
                "A variable of this session.", output: "8", runs: .never),
            Example(
                "Start-Job { $args[0] + $args[1] } -ArgumentList 40, 2 | Receive-Job -Wait -AutoRemoveJob",
                "Arguments.", output: "42", runs: .never),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        if runAs32.isOn {
            throw ValueError(
                "The job cannot run as a 32-bit process: this shell has 64 bits. Leave out -RunAs32.", id: "RunAs32NotSupported",
                exception: "System.InvalidOperationException", category: "InvalidOperation")
        }
        if runtime.isBound(\Self.psVersion) {
            throw ValueError(
                "Windows PowerShell 5.1 is not on this machine. Leave out -PSVersion.", id: "PSVersionNotSupported",
                exception: "System.InvalidOperationException", category: "InvalidOperation")
        }
        if let workingDirectory {
            let engine = try runtime.service(Engine.self)
            guard engine.fileSystem.isDirectory(engine.fileSystem.hostPath(workingDirectory)) else {
                throw ValueError(
                    "Cannot find the WorkingDirectory path \(workingDirectory).", id: "DirectoryNotFoundException",
                    exception: "System.IO.DirectoryNotFoundException", category: "InvalidOperation")
            }
        }
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.inputObject) { input.append(inputObject) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let path = filePath ?? literalPath
        let block = try scriptBlock ?? JobScript.block(path ?? "", literal: literalPath != nil, engine)
        var start = JobStart(block.stringForm ?? "")
        if path != nil { start.path = block.syntax.file.path }
        start.initialization = initializationScript?.stringForm
        start.location =
            workingDirectory.map { engine.fileSystem.display(engine.fileSystem.hostPath($0)) } ?? engine.fileSystem.location
        start.arguments = argumentList
        start.input = input
        start.usingValues = try UsingVariable.values(for: block, in: try runtime.frame)
        let job = try start.start(name: name, command: path ?? start.script, in: engine)
        try runtime.write(.object(job))
    }
}
