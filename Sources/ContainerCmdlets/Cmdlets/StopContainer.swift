import CmdletKit
import Containers
import Values

/// Stop-Container.
struct StopContainer: Cmdlet {
    private var container: [ContainerArgument] = []
    private var turnOff: Switch = false
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Stop-Container", synopsis: "Stops containers, and returns when they are off.", confirms: true,
        parameters: [
            Parameter(
                "Container", \.container, aliases: ["Name", "Id", "ContainerName", "ContainerId"], position: 0, mandatory: true,
                pipeline: [.byValue, .byPropertyName], help: "Containers: objects, names, ids or their beginnings."),
            Parameter("TurnOff", \.turnOff, help: "At once, as when the power goes."),
            Parameter("Passthru", \.passThru, help: "Writes the containers."),
        ],
        outputs: ["Microsoft.Containers.PowerShell.Objects.Container"],
        examples: [
            Example(
                "New-Container -Name DEMO -ContainerImageName NanoServer | Start-Container; Stop-Container DEMO; (Get-Container DEMO).State",
                "One of them.", output: "Off", runs: .simulatedHost),
            Example("Get-Container | Stop-Container", "All of them.", runs: .simulatedHost),
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
