import CmdletKit
import Containers
import Values

/// Get-ContainerHost.
struct GetContainerHost: Cmdlet {
    static let declaration = CmdletDeclaration<Self>(
        "Get-ContainerHost", synopsis: "Tells what runs the containers: the Linux host, or the simulated one.",
        outputs: ["Microsoft.Containers.PowerShell.Objects.ContainerHost"],
        examples: [Example("(Get-ContainerHost).Engine", "Which engine it is.", output: "Simulated", runs: .simulatedHost)])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        try runtime.write(ContainerHostObject.make(try runtime.whole { try runtime.containerHost().information() }))
    }
}
