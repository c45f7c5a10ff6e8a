import CmdletKit
import Values

/// Out-Host: shows objects at once, wherever the pipeline's output goes.
struct OutHost: Cmdlet {
    var inputObject: Value = .nothing
    private var display = HostDisplay()

    static let declaration = CmdletDeclaration<OutHost>(
        "Out-Host", aliases: ["oh"], synopsis: "Sends output to the command line.",
        description: "Formats the objects and shows them, even where the output around is captured.",
        parameters: [Parameter("InputObject", \.inputObject, pipeline: .byValue, help: "The object to show.")],
        examples: [Example("$x = 'text' | Out-Host", "Shows the text and assigns nothing.", output: "text")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound("InputObject") { try display.write(inputObject, runtime) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws { try display.finish() }
}
