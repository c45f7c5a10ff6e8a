import CmdletKit
import Completion
import ContainerCmdlets
import Containers
import Interpreter
import LinuxSystem
import Values

/// Enter-PSSession.
struct EnterPSSession: Cmdlet {
    private var id: ContainerArgument?
    private var name: String?
    private var asAdministrator: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Enter-PSSession", aliases: ["etsn"],
        synopsis: "Enters a running container: the lines of the prompt run there until exit.",
        description: """
            The prompt shows the name of the container in brackets. The far side is this shell itself, run in the \
            container, so that paths, processes and programs are those of the container. Without -RunAsAdministrator \
            the session runs as a user without rights. Takes a container from the pipeline. It needs a prompt: in a \
            script file, use Invoke-Command. A session within a session is an error.
            """,
        defaultSet: "ContainerId",
        parameters: [
            Parameter(
                \.id, named: "ContainerId", position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                sets: ["ContainerId"],
                completer: .named("container"), help: "The container: its id, the beginning of it, a name, or an object."),
            Parameter(
                \.name, named: "ContainerName", mandatory: true, sets: ["ContainerName"], completer: .named("container"),
                help: "The name of the container."),
            Parameter(\.asAdministrator, named: "RunAsAdministrator", help: "Runs as root of the container."),
        ],
        examples: [
            Example(
                "Enter-PSSession -ContainerName WINCONT -RunAsAdministrator",
                "Into a container, as its administrator.", runs: .never),
            Example("Get-Container WINCONT | Enter-PSSession", "A container of the pipeline.", runs: .never),
        ])

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
