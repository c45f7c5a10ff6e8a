import CmdletKit
import ContainerCmdlets
import Containers
import Engine
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
        "Invoke-Command", aliases: ["icm"], synopsis: "Runs a script block in containers; objects come back.",
        defaultSet: "InProcess",
        parameters: [
            Parameter(
                "ContainerId", \.id, mandatory: true, pipeline: .byPropertyName, sets: ["ContainerId"],
                completer: .named("container"), help: "Running containers: ids, their beginnings, names, or objects."),
            Parameter(
                "ContainerName", \.name, mandatory: true, sets: ["ContainerName"], completer: .named("container"),
                help: "Names of running containers."),
            Parameter(
                "ScriptBlock", \.block, aliases: ["Command"],
                memberships: ["InProcess", "ContainerId", "ContainerName"].map {
                    ParameterInfo.Membership(set: $0, position: $0 == "InProcess" ? 0 : 1)
                }, help: "What to run."),
            Parameter(
                "FilePath", \.filePath, sets: ["ContainerId", "ContainerName"], completer: .paths,
                help: "A script of this side to run there."),
            Parameter("ArgumentList", \.arguments, aliases: ["Args"], help: "What it gets as arguments: typed values."),
            Parameter(
                "RunAsAdministrator", \.asAdministrator, sets: ["ContainerId", "ContainerName"], help: "As root of the container."),
            Parameter(
                "HideComputerName", \.hidesComputerName, sets: ["ContainerId", "ContainerName"],
                help: "Objects come without PSComputerName."),
        ],
        outputs: ["System.Object"],
        examples: [
            Example(
                "New-Container -Name DEMO -ContainerImageName NanoServer | Start-Container -Passthru | "
                    + "Invoke-Command -RunAsAdministrator { (Get-Process csrss).ProcessName }",
                "In a container.", output: "csrss", runs: .simulatedHost),
            Example(
                "Invoke-Command -ScriptBlock { param($n) $n * 2 } -ArgumentList 21", "Here, in a scope of its own.", output: "42"),
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
        guard runtime.isBound("ContainerId") || runtime.isBound("ContainerName") else {
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

    /// Says where an object came from.
    private func named(_ value: Value, _ container: Container) -> Value {
        guard !hidesComputerName.isOn, let object = value.reference else { return value }
        let members = object.attached ?? AttachedMembers()
        members["PSComputerName"] = .note(.string(container.name))
        object.attached = members
        return value
    }
}
