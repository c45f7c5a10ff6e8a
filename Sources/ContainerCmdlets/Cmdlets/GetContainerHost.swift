import CmdletKit
import Containers
import Values

/// Get-ContainerHost: describes the container host of the session.
struct GetContainerHost: Cmdlet {
    static let declaration = CmdletDeclaration<Self>(
        "Get-ContainerHost", synopsis: "Tells what runs the containers: the Linux host, or the simulated one.",
        description: """
            Writes an object with the name of the host, where its images are, the engine, and on Linux the OCI \
            runtime that starts containers. On the simulated host, which `bulkhead -Engine Simulated` starts, \
            nothing in containers runs for real. Takes nothing from the pipeline.
            """,
        outputs: ["Microsoft.Containers.PowerShell.Objects.ContainerHost"],
        examples: [
            Example("(Get-ContainerHost).Engine", "Which engine it is.", output: "Simulated", runs: .simulatedHost),
            Example("(Get-ContainerHost).Name", "The name of the host.", output: "CONTAINERHOST", runs: .simulatedHost),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        try runtime.write(ContainerHostObject.make(try runtime.whole { try runtime.containerHost().information() }))
    }
}
