import CmdletKit
import Values

/// Out-Host: shows objects at once, even if the pipeline's output is captured.
struct OutHost: Cmdlet {
    var inputObject: Value = .nothing
    private var display = HostDisplay()

    static let declaration = CmdletDeclaration<OutHost>(
        "Out-Host", aliases: ["oh"], synopsis: "Shows objects on the screen, wherever the output around goes.",
        description: """
            Formats the objects of the pipeline and shows them at once, even where the output is assigned, captured \
            or redirected. Writes nothing to the pipeline.
            """,
        parameters: [
            Parameter(\.inputObject, pipeline: .byValue, help: "The object to show; usually from the pipeline.")
        ],
        examples: [
            Example(
                "$shown = 'text' | Out-Host; $null -eq $shown",
                "Shows the text and assigns nothing.", output: "text\nTrue"),
            Example("1..2 | ForEach-Object { $_ * 2 } | Out-Host", "Shows numbers.", output: "2\n4"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.inputObject) { try display.write(inputObject, runtime) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws { try display.finish() }
}
