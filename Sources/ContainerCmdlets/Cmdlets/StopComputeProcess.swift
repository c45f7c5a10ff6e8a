import CmdletKit
import Containers

/// Stop-ComputeProcess: turns a container off at once.
struct StopComputeProcess: Cmdlet {
    private var id: [String] = []
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Stop-ComputeProcess", synopsis: "Ends a running container system at once, as when the power goes.",
        description: """
            For container systems that Stop-Container does not reach or that do not heed it. Takes compute processes \
            and ids from the pipeline and writes nothing. The container stays and can be started again. An id that \
            is none is an error.
            """,
        confirms: true,
        parameters: [
            Parameter(
                \.id, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                help: "Compute processes, their ids, or beginnings of ids."),
            Parameter(\.force, help: "Accepted for scripts that give it."),
        ],
        examples: [
            Example(
                """
                New-Container -Name WEB -ContainerImageName NanoServer | Start-Container
                Get-ComputeProcess | Stop-ComputeProcess
                (Get-Container WEB).State
                """,
                "All of them.", output: "Off", runs: .simulatedHost),
            Example(
                """
                $web = New-Container -Name WEB -ContainerImageName NanoServer | Start-Container -Passthru
                Stop-ComputeProcess -Id $web.ContainerId -Force
                @(Get-ComputeProcess).Count
                """,
                "One by its id.", output: "0", runs: .simulatedHost),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        for id in id {
            guard try runtime.shouldProcess(target: id, action: "Stop-ComputeProcess") else { continue }
            try runtime.perItem { try runtime.containerHost().stopComputeProcess(id) }
        }
    }
}
