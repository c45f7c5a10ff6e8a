import CmdletKit
import Containers
import Values

/// Start-Container: starts containers and returns when they run.
struct StartContainer: Cmdlet {
    private var container: [ContainerArgument] = []
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Start-Container", synopsis: "Starts containers, and returns when they run.",
        description: """
            A container runs on under a supervisor process of its own when the shell ends, and other shells see it. \
            Its first process is csrss; a container of the type HyperV has a vmwp process on the host beside it. \
            Takes containers from the pipeline and writes nothing unless -Passthru is given. A container that runs \
            already is an error. With -Verbose it says where a utility VM runs without the help of the processor \
            (TCG).
            """,
        confirms: true,
        parameters: [
            Parameter(
                \.container, aliases: ["Name", "Id", "ContainerName", "ContainerId"], position: 0, mandatory: true,
                pipeline: [.byValue, .byPropertyName],
                help: "Containers: objects, names, ids, or beginnings of ids that no other container shares."),
            Parameter(\.passThru, named: "Passthru", help: "Writes the containers."),
        ],
        outputs: ["Microsoft.Containers.PowerShell.Objects.Container"],
        examples: [
            Example(
                "(New-Container -Name WEB -ContainerImageName NanoServer | Start-Container -Passthru).State",
                "A new container.", output: "Running", runs: .simulatedHost),
            Example(
                """
                $null = New-Container -Name WEB -ContainerImageName NanoServer
                Get-Container | Start-Container
                (Get-Process csrss | Measure-Object).Count -gt 1
                """,
                "All containers; each has a csrss of its own.", output: "True", runs: .simulatedHost),
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
