import CmdletKit
import Engine
import Values

/// Invoke-Expression.
struct InvokeExpression: Cmdlet {
    private var command = ""

    static let declaration = CmdletDeclaration<Self>(
        "Invoke-Expression", aliases: ["iex"], synopsis: "Runs a text as a script.",
        parameters: [Parameter("Command", \.command, position: 0, mandatory: true, pipeline: .byValue, help: "The text.")],
        examples: [Example("Invoke-Expression '1 + 2'", "A sum.", output: "3")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let frame = try runtime.service(Frame.self)
        let output = ClosureSink { try runtime.write($0) }
        let block = try InlineBlock(ScriptBlock.parse(command), in: frame, output: output)
        _ = try block.run(.null)
    }
}
