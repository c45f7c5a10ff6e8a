import CmdletKit
import Values

/// Out-Null: drops what it is given.
struct OutNull: Cmdlet {
    var inputObject: Value = .nothing

    static let declaration = CmdletDeclaration<OutNull>(
        "Out-Null", synopsis: "Hides the output instead of sending it down the pipeline or displaying it.",
        parameters: [Parameter("InputObject", \.inputObject, pipeline: .byValue, help: "The object to drop.")],
        examples: [Example("1..3 | Out-Null", "Shows nothing.", output: "")])
}
