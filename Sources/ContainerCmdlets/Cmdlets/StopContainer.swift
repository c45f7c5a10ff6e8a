import CmdletKit
import Containers
import Values

/// Stop-Container: stops containers gracefully, or with -TurnOff at once.
struct StopContainer: Cmdlet {
    private var container: [ContainerArgument] = []
    private var turnOff: Switch = false
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Stop-Container", synopsis: "Stops containers, and returns when they are off.",
        description: """
            The first process of the container is asked to end and has ten seconds for that; -TurnOff ends all at \
            once. Files of the container stay, and Start-Container starts it again. Takes containers from the \
            pipeline and writes nothing unless -Passthru is given. A container that is off is an error.
            """,
        confirms: true,
        parameters: [
            Parameter(
                \.container, aliases: ["Name", "Id", "ContainerName", "ContainerId"], position: 0, mandatory: true,
                pipeline: [.byValue, .byPropertyName],
                help: "Containers: objects, names, ids, or beginnings of ids that no other container shares."),
            Parameter(\.turnOff, help: "Ends all processes of the container at once, as when the power goes."),
            Parameter(\.passThru, named: "Passthru", help: "Writes the containers."),
        ],
        outputs: ["Microsoft.Containers.PowerShell.Objects.Container"],
        examples: [
            Example(
                """
                New-Container -Name WEB -ContainerImageName NanoServer | Start-Container
                Stop-Container WEB
                (Get-Container WEB).State
                """,
                "A container by its name.", output: "Off", runs: .simulatedHost),
            Example(
                """
                New-Container -Name WEB -ContainerImageName NanoServer | Start-Container
                (Get-Container | Stop-Container -TurnOff -Passthru).Name
                """,
                "All containers, at once.", output: "WEB", runs: .simulatedHost),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let host = try runtime.containerHost()
        for argument in container {
            try runtime.perItem {
                let found = try argument.resolve(host)
                guard try runtime.shouldProcess(target: found.name, action: "Stop-Container") else { return }
                let stopped = try host.stopContainer(found.id, turnOff.isOn ? .turnOff : .graceful())
                if passThru.isOn { try runtime.write(.object(ContainerObject(stopped))) }
            }
        }
    }
}
