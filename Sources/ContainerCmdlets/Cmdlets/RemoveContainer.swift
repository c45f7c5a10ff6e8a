import CmdletKit
import Containers
import Values

/// Remove-Container: removes containers with their files.
struct RemoveContainer: Cmdlet {
    private var container: [ContainerArgument] = []
    private var force: Switch = false
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Remove-Container", synopsis: "Removes containers with their files.",
        description: """
            What the container wrote to its own file system is gone; images and shared folders stay. A container \
            that runs is an error unless -Force is given, which turns it off first. Takes containers from the \
            pipeline and writes nothing unless -Passthru is given.
            """,
        confirms: true,
        parameters: [
            Parameter(
                \.container, aliases: ["Name", "Id", "ContainerName", "ContainerId"], position: 0, mandatory: true,
                pipeline: [.byValue, .byPropertyName],
                help: "Containers: objects, names, ids, or beginnings of ids that no other container shares."),
            Parameter(\.force, help: "Removes containers that run, and damaged ones, as well."),
            Parameter(\.passThru, named: "Passthru", help: "Writes the containers as they were."),
        ],
        outputs: ["Microsoft.Containers.PowerShell.Objects.Container"],
        examples: [
            Example(
                """
                $null = New-Container -Name WEB -ContainerImageName NanoServer
                Remove-Container WEB
                @(Get-Container).Count
                """,
                "A container by its name.", output: "0", runs: .simulatedHost),
            Example(
                """
                New-Container -Name WEB -ContainerImageName NanoServer | Start-Container
                (Get-Container | Remove-Container -Force -Passthru).Name
                """,
                "All containers, those that run too.", output: "WEB", runs: .simulatedHost),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let host = try runtime.containerHost()
        for argument in container {
            try runtime.perItem {
                let found = try argument.resolve(host)
                guard try runtime.shouldProcess(target: found.name, action: "Remove-Container") else { return }
                try host.removeContainer(found.id, force: force.isOn)
                if passThru.isOn { try runtime.write(.object(ContainerObject(found))) }
            }
        }
    }
}
