import CmdletKit
import Containers
import Engine
import Values

/// Get-VMSwitch.
struct GetVMSwitch: Cmdlet {
    private var name: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-VMSwitch", synopsis: "Gets the virtual switches that containers can be attached to.",
        parameters: [Parameter("Name", \.name, position: 0, completer: .named("switch"), help: "Names, with wildcards.")],
        outputs: ["Microsoft.HyperV.PowerShell.VMSwitch"],
        examples: [Example("(Get-VMSwitch).Name", "Their names.", output: "NAT\nVirtual Switch", runs: .simulatedHost)])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let all = try runtime.whole { try runtime.containerHost().switches() }
        for pattern in name.isEmpty ? ["*"] : name {
            let found = all.filter { Wildcard(pattern).matches($0.name) }
            try runtime.writeAll(found.map(VMSwitchObject.make))
            if found.isEmpty, !Wildcard.isPattern(pattern) {
                let names = all.map { "'\($0.name)'" }.joined(separator: ", ")
                try runtime.writeError(
                    ErrorRecord(
                        "There is no virtual switch with the name '\(pattern)'.\nThere are: \(names).", id: "SwitchNotFound",
                        category: "ObjectNotFound", target: .string(pattern)))
            }
        }
    }
}
