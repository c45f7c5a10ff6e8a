import CmdletKit
import ContainerCmdlets
import Containers
import Engine
import LinuxSystem
import Values

/// Enter-PSSession.
struct EnterPSSession: Cmdlet {
    private var id: ContainerArgument?
    private var name: String?
    private var asAdministrator: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Enter-PSSession", aliases: ["etsn"], synopsis: "Enters a running container: the prompt's lines run there until exit.",
        description: "Without -RunAsAdministrator the session runs as an unprivileged user of the container.",
        defaultSet: "ContainerId",
        parameters: [
            Parameter(
                "ContainerId", \.id, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["ContainerId"],
                completer: .named("container"), help: "The container: its id, the beginning of it, a name, or an object."),
            Parameter(
                "ContainerName", \.name, mandatory: true, sets: ["ContainerName"], completer: .named("container"),
                help: "The container's name."),
            Parameter("RunAsAdministrator", \.asAdministrator, help: "As root of the container."),
        ],
        examples: [Example("Enter-PSSession -ContainerName WINCONT -RunAsAdministrator", "Into a container.", runs: .never)])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        if engine.service(EndpointRole.self) != nil { return try runtime.writeError(SessionErrors.nested) }
        guard let prompt = engine.service((any InteractiveSessionHost).self) else {
            throw ValueError(
                "Enter-PSSession needs a prompt whose lines go to the container. In a script, use Invoke-Command.",
                id: "HostDoesNotSupportPushRunspace",
                category: "InvalidOperation")
        }
        guard prompt.current == nil else { return try runtime.writeError(SessionErrors.nested) }
        let targets = try SessionTargets.find(ids: id.map { [$0] } ?? [], names: name.map { [$0] } ?? [], runtime)
        guard let container = targets.first else { return }
        let terminal = prompt.hasTerminal ? WindowSize(of: 1) : nil
        do {
            let endpoint = try ContainerEndpoint(container, engine, asAdministrator: asAdministrator.isOn, terminal: terminal)
            prompt.push(ContainerSession(endpoint, terminal: terminal))
        } catch let error as TerminatingError {
            try runtime.writeError(error.record)
        }
    }
}
