import CmdletKit
import Containers

/// Stop-ComputeProcess.
struct StopComputeProcess: Cmdlet {
    private var id: [String] = []
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Stop-ComputeProcess", synopsis: "Ends a running container system, as when the power goes.", confirms: true,
        parameters: [
            Parameter(
                "Id", \.id, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                help: "Compute processes, their ids or the beginnings of these."),
            Parameter("Force", \.force, help: "Accepted for scripts that give it."),
        ],
        examples: [Example("Get-ComputeProcess | Stop-ComputeProcess", "All of them.", runs: .simulatedHost)])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        for id in id {
            guard try runtime.shouldProcess(target: id, action: "Stop-ComputeProcess") else { continue }
            try runtime.perItem { try runtime.containerHost().stopComputeProcess(id) }
        }
    }
}
