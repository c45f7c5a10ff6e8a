import CmdletKit
import Containers
import Interpreter
import Values

/// Get-VMSwitch: lists the virtual switches, which are bridges on Linux.
struct GetVMSwitch: Cmdlet {
    private var name: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-VMSwitch", synopsis: "Gets the virtual switches that containers can be attached to.",
        description: """
            On Linux a switch is a bridge with a subnet of its own, and a container has an address in it. Writes \
            each switch with its type, subnet, gateway and bridge. A name without wildcards that is no switch is an \
            error. Takes nothing from the pipeline.
            """,
        parameters: [
            Parameter(\.name, position: 0, completer: .named("switch"), help: "Names of switches; wildcards are allowed.")
        ],
        outputs: ["Microsoft.HyperV.PowerShell.VMSwitch"],
        examples: [
            Example("(Get-VMSwitch).Name", "All switches.", output: "NAT\nVirtual Switch", runs: .simulatedHost),
            Example(
                "(Get-VMSwitch 'Virtual Switch').SwitchType",
                "A switch by its name.", output: "Internal", runs: .simulatedHost),
        ])

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
