import CmdletKit
import Containers
import Values

/// Remove-Container.
struct RemoveContainer: Cmdlet {
    private var container: [ContainerArgument] = []
    private var force: Switch = false
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Remove-Container", synopsis: "Removes containers with their files.", confirms: true,
        parameters: [
            Parameter(
                "Container", \.container, aliases: ["Name", "Id", "ContainerName", "ContainerId"], position: 0, mandatory: true,
                pipeline: [.byValue, .byPropertyName], help: "Containers: objects, names, ids or their beginnings."),
            Parameter("Force", \.force, help: "Running and damaged ones as well."),
            Parameter("Passthru", \.passThru, help: "Writes the containers."),
        ],
        outputs: ["Microsoft.Containers.PowerShell.Objects.Container"],
        examples: [
            Example("Get-Container | Stop-Container -Passthru | Remove-Container -Force", "All of them.", runs: .simulatedHost)
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
