import CmdletKit
import ContainerCmdlets
import Containers
import Interpreter
import Values

/// Invoke-Command.
struct InvokeCommand: Cmdlet {
    private var id: [ContainerArgument] = []
    private var name: [String] = []
    private var block: ScriptBlock?
    private var filePath: String?
    private var arguments: [Value] = []
    private var asAdministrator: Switch = false
    private var hidesComputerName: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Invoke-Command", aliases: ["icm"], synopsis: "Runs a script block in containers, or here, and gets objects back.",
        description: """
            In a container the far side is this shell itself: each cmdlet there sees the files and processes of the \
            container. The block has no variables of this session; -ArgumentList takes values along. What it writes \
            comes back as copies of objects, which say in PSComputerName where they came from; errors and messages \
            come back too. Without -RunAsAdministrator it runs as a user without rights. Without a container it runs \
            here, in a scope of its own.
            """,
        defaultSet: "InProcess",
        parameters: [
            Parameter(
                \.id, named: "ContainerId", mandatory: true, pipeline: .byPropertyName, sets: ["ContainerId"],
                completer: .named("container"), help: "Running containers: ids, beginnings of ids, names, or objects."),
            Parameter(
                \.name, named: "ContainerName", mandatory: true, sets: ["ContainerName"], completer: .named("container"),
                help: "Names of running containers."),
            Parameter(
                \.block, named: "ScriptBlock", aliases: ["Command"],
                memberships: ["InProcess", "ContainerId", "ContainerName"].map {
                    ParameterInfo.Membership(set: $0, position: $0 == "InProcess" ? 0 : 1)
                }, help: "What is run."),
            Parameter(
                \.filePath, sets: ["ContainerId", "ContainerName"], completer: .paths,
                help: "A script file of this side, whose code is run there."),
            Parameter(
                \.arguments, named: "ArgumentList", aliases: ["Args"], help: "Arguments for the code; values keep their types."),
            Parameter(
                \.asAdministrator, named: "RunAsAdministrator", sets: ["ContainerId", "ContainerName"],
                help: "Runs as root of the container."),
            Parameter(
                \.hidesComputerName, named: "HideComputerName", sets: ["ContainerId", "ContainerName"],
                help: "Writes objects without PSComputerName."),
        ],
        outputs: ["System.Object"],
        examples: [
            Example(
                """
                New-Container -Name DEMO -ContainerImageName NanoServer | Start-Container -Passthru | \
                Invoke-Command -RunAsAdministrator { (Get-Process csrss).ProcessName }
                """,
                "In a container.", output: "csrss", runs: .simulatedHost),
            Example(
                """
                New-Container -Name DEMO -ContainerImageName NanoServer | Start-Container
                Invoke-Command -ContainerName DEMO { param($a, $b) $a + $b } -ArgumentList 40, 2
                """,
                "With arguments.", output: "42", runs: .simulatedHost),
            Example(
                "Invoke-Command -ScriptBlock { param($n) $n * 2 } -ArgumentList 21",
                "Here, in a scope of its own.", output: "42"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let frame = try runtime.service(Frame.self)
        guard block != nil || filePath != nil else {
            throw TerminatingError(
                ErrorRecord(
                    "Invoke-Command has nothing to run. Give it -ScriptBlock or -FilePath.", id: "MissingScript",
                    category: "InvalidArgument"))
        }
        guard runtime.isBound(\Self.id) || runtime.isBound(\Self.name) else {
            guard let block else { return }
            try engine.invoke(block, arguments: arguments, output: ClosureSink { try runtime.write($0) }, in: frame)
            return
        }
        let text = try filePath.map { try engine.fileSystem.readText($0) } ?? block?.stringForm ?? ""
        for container in try SessionTargets.find(ids: id, names: name, runtime) { try run(text, in: container, engine, runtime) }
    }

    private func run(_ text: String, in container: Container, _ engine: Engine, _ runtime: any CmdletRuntime) throws {
        let endpoint: ContainerEndpoint
        do { endpoint = try ContainerEndpoint(container, engine, asAdministrator: asAdministrator.isOn) } catch let error
            as TerminatingError
        {
            return try runtime.writeError(error.record)
        }
        defer { endpoint.close() }
        do {
            _ = try endpoint.client.call(
                .run, .array([.string(text), .null, .array(arguments), .bool(true)]), interrupt: engine.interrupt
            ) { item in
                switch item {
                case .output(let value): return try runtime.write(named(value, container))
                case .error(let record): try runtime.writeError(record)
                case .line("WARNING", let text): try runtime.writeWarning(text)
                case .line("VERBOSE", let text): try runtime.writeVerbose(text)
                case .line(_, let text): try runtime.writeDebug(text)
                case .hostText(let text, let newline, let foreground, let background):
                    try runtime.writeHost(text, newline: newline, foreground: foreground, background: background)
                }
                return .more
            }
        } catch {
            if endpoint.client.isAlive || error is PipelineStopped || error is TerminatingError { throw error }
            try runtime.writeError(SessionErrors.ended(container))
        }
    }

    /// Attaches the properties that say which container an object came from (PSComputerName).
    private func named(_ value: Value, _ container: Container) -> Value {
        guard !hidesComputerName.isOn, let object = value.reference else { return value }
        let members = object.attached ?? AttachedMembers()
        members["PSComputerName"] = .note(.string(container.name))
        object.attached = members
        return value
    }
}
