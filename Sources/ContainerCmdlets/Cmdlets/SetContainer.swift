import CmdletKit
import Containers
import Values

/// Set-Container: renames a stopped container, or changes its runtime type.
struct SetContainer: Cmdlet {
    private var container: [ContainerArgument] = []
    private var name: String?
    private var runtimeType: RuntimeType?

    static let declaration = CmdletDeclaration<Self>(
        "Set-Container", synopsis: "Changes a stopped container: its name, or how it is isolated.",
        description: """
            A container keeps its files when its runtime type changes, in either direction: the next start is in a \
            utility VM, or on the kernel of this host. A container that runs is an error. Takes containers from the \
            pipeline and writes nothing.
            """,
        confirms: true,
        parameters: [
            Parameter(
                \.container, aliases: ["Id", "ContainerName", "ContainerId"], position: 0, mandatory: true,
                pipeline: .byValue,
                help: "Containers: objects, names, ids, or beginnings of ids that no other container shares."),
            Parameter(\.name, aliases: ["NewName"], help: "The new name."),
            Parameter(
                \.runtimeType, help: "Default or HyperV: how the container is isolated from its next start on."),
        ],
        examples: [
            Example(
                """
                $null = New-Container -Name WEB -ContainerImageName NanoServer
                Set-Container WEB -RuntimeType HyperV
                (Get-Container WEB).RuntimeType
                """,
                "From this kernel to a utility VM.", output: "HyperV", runs: .simulatedHost),
            Example(
                "New-Container -Name WEB -ContainerImageName NanoServer | Set-Container -Name SITE; (Get-Container).Name",
                "Another name.", output: "SITE", runs: .simulatedHost),
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
