import CmdletKit
import Containers
import Values

/// Start-Container.
struct StartContainer: Cmdlet {
    private var container: [ContainerArgument] = []
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Start-Container", synopsis: "Starts containers, and returns when they run.", confirms: true,
        parameters: [
            Parameter(
                "Container", \.container, aliases: ["Name", "Id", "ContainerName", "ContainerId"], position: 0, mandatory: true,
                pipeline: [.byValue, .byPropertyName], help: "Containers: objects, names, ids or their beginnings."),
            Parameter("Passthru", \.passThru, help: "Writes the containers."),
        ],
        outputs: ["Microsoft.Containers.PowerShell.Objects.Container"],
        examples: [
            Example(
                "$con = New-Container -Name DEMO -ContainerImageName NanoServer; Start-Container $con; (Get-Container DEMO).State",
                "One of them.", output: "Running", runs: .simulatedHost),
            Example("Get-Container | Start-Container", "All of them.", runs: .simulatedHost),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let host = try runtime.containerHost()
        for argument in container {
            try runtime.perItem {
                let found = try argument.resolve(host)
                guard try runtime.shouldProcess(target: found.name, action: "Start-Container") else { return }
                let started = try host.startContainer(found.id)
                if started.accelerator == "TCG" {
                    try runtime.writeVerbose(
                        "The utility VM of '\(started.name)' runs under TCG, which is no promised security boundary: this machine has no "
                            + "KVM that works.")
                }
                if passThru.isOn { try runtime.write(.object(ContainerObject(started))) }
            }
        }
    }
}
