import CmdletKit
import Containers
import Values

/// Set-Container.
struct SetContainer: Cmdlet {
    private var container: [ContainerArgument] = []
    private var name: String?
    private var runtimeType: RuntimeType?

    static let declaration = CmdletDeclaration<Self>(
        "Set-Container", synopsis: "Changes a stopped container: its name, or how it is isolated.",
        description: "A container keeps its files when it changes its runtime type, in either direction.", confirms: true,
        parameters: [
            Parameter(
                "Container", \.container, aliases: ["Id", "ContainerName", "ContainerId"], position: 0, mandatory: true,
                pipeline: .byValue,
                help: "Containers: objects, names, ids or their beginnings."),
            Parameter("Name", \.name, aliases: ["NewName"], help: "Its new name."),
            Parameter("RuntimeType", \.runtimeType, help: "How it is isolated from its next start on."),
        ],
        examples: [
            Example(
                "$con = New-Container -Name DEMO -ContainerImageName NanoServer; Set-Container $con -RuntimeType HyperV; (Get-Container DEMO).RuntimeType",
                "One of them becomes a Hyper-V container.", output: "HyperV", runs: .simulatedHost),
            Example("Get-Container | Set-Container -RuntimeType HyperV", "All of them.", runs: .simulatedHost),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let host = try runtime.containerHost()
        for argument in container {
            try runtime.perItem {
                let found = try argument.resolve(host)
                guard try runtime.shouldProcess(target: found.name, action: "Set-Container") else { return }
                try host.updateContainer(found.id, ContainerChange(name: name, runtimeType: runtimeType))
            }
        }
    }
}
