import CmdletKit
import Concurrency
import Interpreter
import Values

/// Runs a script block in a process of its own and waits for it: `pwsh { … }`.
struct RunShellBlock: Cmdlet {
    private var command: ScriptBlock?
    private var argumentList: [Value] = []
    private var inputFormat = "XML"
    private var outputFormat = "XML"
    private var workingDirectory: String?
    private var inputObject: Value = .nothing
    private var input: [Value] = []

    static let declaration = CmdletDeclaration<Self>(
        "pwsh", synopsis: "Runs a script block in a shell of its own, and gets objects back.",
        description: """
            What `pwsh { … }` in a script is: the block runs in a process of its own, without the variables of this \
            session. Objects from the pipeline are $input in it, and what it writes comes back as copies of objects. \
            $LASTEXITCODE is the exit code of the process.
            """,
        parameters: [
            Parameter(\.command, mandatory: true, help: "The script block that is run."),
            Parameter(\.argumentList, help: "What $args holds in the block."),
            Parameter(
                \.inputFormat, help: "XML, the default, for objects, or Text, for the lines that they are shown as."),
            Parameter(
                \.outputFormat,
                help: "XML, the default, for objects, or Text, for the lines that they are shown as."),
            Parameter(
                \.workingDirectory, help: "The folder that it starts in; the current location by default."),
            Parameter(
                \.inputObject, pipeline: .byValue, help: "What is $input in the block; usually from the pipeline."),
        ],
        outputs: ["System.Object"],
        examples: [
            Example("(pwsh { @{ Colour = 'red' } }).Colour", "An object comes back.", output: "red", runs: .never),
            Example(
                "1..3 | pwsh { $input | ForEach-Object { $_ * 2 } }",
                "Objects from the pipeline.", output: "2\n4\n6", runs: .never),
            Example("pwsh { $args[0] + $args[1] } -Args 40, 2", "Arguments.", output: "42", runs: .never),
        ])

    static let registration = CmdletRegistration(Self.self, module: "Microsoft.PowerShell.Core")

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        for (name, format) in [("InputFormat", inputFormat), ("OutputFormat", outputFormat)]
        where !["xml", "text"].contains(format.lowercased()) {
            throw ValueError(
                "'\(format)' is no format. Give -\(name) Text or XML.", id: "IncorrectValueForFormatParameter",
                exception: "System.Management.Automation.ParameterBindingException", category: "InvalidArgument")
        }
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.inputObject) { input.append(inputObject) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let table = HashtableObject(ordered: true)
        table["Script"] = .string(command?.stringForm ?? "")
        table["Location"] = .string(
            workingDirectory.map { engine.fileSystem.display(engine.fileSystem.hostPath($0)) } ?? engine.fileSystem.location)
        if !argumentList.isEmpty { table["Arguments"] = .array(argumentList) }
        if !input.isEmpty { table["Input"] = .array(try sent(engine)) }
        let launcher = try runtime.service((any JobLauncher).self)
        let job = try ProcessJob.start(
            table, name: nil, command: command?.stringForm ?? "", launcher: launcher, isNamed: false, in: engine)
        do { try receive(job, runtime, engine) } catch {
            job.stop()
            throw error
        }
    }

    /// The input as the block gets it: the objects, or with -InputFormat Text the lines by which they are shown.
    private func sent(_ engine: Engine) throws -> [Value] {
        guard inputFormat.equalsIgnoringCase("Text") else { return input }
        let lines = Lines()
        let formatter = engine.host.makeTextOutput(engine) { lines.all.append(.string($0)) }
        for value in input {
            if value.text == nil { _ = try formatter.write(value) } else { lines.all.append(value) }
        }
        try formatter.finish()
        return lines.all
    }

    /// Collects the lines of a formatter, whose closure holds this object.
    private final class Lines {
        var all: [Value] = []
    }

    /// Writes what the job writes until it ends, and sets `$LASTEXITCODE`.
    private func receive(_ job: Job, _ runtime: any CmdletRuntime, _ engine: Engine) throws {
        let lines = Lines()
        let formatter =
            outputFormat.equalsIgnoringCase("Text") ? engine.host.makeTextOutput(engine) { lines.all.append(.string($0)) } : nil
        while true {
            let isOver = job.state.isFinished
            for (kind, value) in job.children.flatMap({ $0.receive(keep: false) }) {
                if kind == .output, let formatter { _ = try formatter.write(value) } else { try runtime.replay(kind, value) }
            }
            if isOver { break }
            try engine.pause()
        }
        try formatter?.finish()
        for line in lines.all { try runtime.write(line) }
        for child in job.children {
            if let reason = child.takeReason(keep: false) { try runtime.writeError(reason) }
        }
        engine.lastExitCode = job.children.first?.exitCode ?? 1
    }
}
