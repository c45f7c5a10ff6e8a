import CmdletKit
import Values

extension ProxyCommand {
    /// System.Management.Automation.Language.CodeGeneration: escapes texts for generated code.
    static let codeGeneration = ObjectType(
        "System.Management.Automation.Language.CodeGeneration", base: .object,
        statics: [
            .function("EscapeSingleQuotedStringContent", "string value", returns: "string") { .string(quoted($0.string(0))) },
            .function("EscapeFormatStringContent", "string value", returns: "string") {
                .string($0.string(0).replacing("{", with: "{{").replacing("}", with: "}}"))
            },
            .function("EscapeVariableName", "string value", returns: "string") {
                .string($0.string(0).replacing("`", with: "``").replacing("{", with: "`{").replacing("}", with: "`}"))
            },
            .function("EscapeBlockCommentContent", "string value", returns: "string") {
                .string($0.string(0).replacing("#>", with: "#`>").replacing("<#", with: "<`#"))
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Language.CodeGeneration") { ProxyCommand.codeGeneration }
}
