import CmdletKit
import Containers
import Engine
import Values

/// Get-ComputeProcess.
struct GetComputeProcess: Cmdlet {
    private var name: [String] = []
    private var owner: [String] = []
    private var type: [String] = []
    private var id: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-ComputeProcess", synopsis: "Gets every running container system of this host.", defaultSet: "Name",
        parameters: [
            Parameter("Name", \.name, position: 0, sets: ["Name"], help: "Names, with wildcards."),
            Parameter("Owner", \.owner, sets: ["Name"], help: "Owners, with wildcards."),
            Parameter("Type", \.type, sets: ["Name"], completer: .values(["Container", "VirtualMachine"]), help: "Types."),
            Parameter("Id", \.id, position: 0, mandatory: true, sets: ["Id"], help: "Ids, or their beginnings."),
        ],
        outputs: ["Microsoft.HostCompute.PowerShell.ComputeProcess"],
        examples: [Example("@(Get-ComputeProcess).Count", "How many run.", output: "0", runs: .simulatedHost)])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let all = try runtime.whole { try runtime.containerHost().computeProcesses() }
        if runtime.isBound("Id") {
            for wanted in id {
                let found = all.filter { $0.id.lowercased().hasPrefix(wanted.lowercased()) }
                try runtime.writeAll(found.map(ComputeProcessObject.make))
                if found.isEmpty {
                    try runtime.writeError(
                        ErrorRecord(
                            "There is no compute process whose id is or begins with '\(wanted)'.\nGet-ComputeProcess lists those that run.",
                            id: "ComputeProcessNotFound", category: "ObjectNotFound", target: .string(wanted)))
                }
            }
            return
        }
        let fits = { (patterns: [String], text: String) in patterns.isEmpty || patterns.contains { Wildcard($0).matches(text) } }
        try runtime.writeAll(
            all.filter { fits(name, $0.name) && fits(owner, $0.owner) && fits(type, $0.type.rawValue) }.map(
                ComputeProcessObject.make))
    }
}
