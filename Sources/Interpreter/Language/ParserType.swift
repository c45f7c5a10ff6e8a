import CmdletKit
import SourceText
import Syntax
import Values

/// System.Management.Automation.Language.Parser: parses a text to a syntax tree and its errors.
struct ParserType: Sendable {
    let paths: MachinePaths

    private static func parse(_ file: SourceFile, _ tokens: Value, _ errors: Value) throws -> Value {
        let result = Parser.parse(file)
        let found = result.errors.map { error -> Value in
            .object(
                CustomObject(
                    [
                        ("Extent", ScriptExtent.value(file, error.span)), ("ErrorId", .string(error.errorID)),
                        ("Message", .string(error.message)),
                        ("IncompleteInput", .bool(error.isIncomplete)),
                    ], typeNames: ["System.Management.Automation.Language.ParseError", "System.Object"]))
        }
        try (errors.reference as? any ReferenceObjectValue)?.store(.array(found))
        try (tokens.reference as? any ReferenceObjectValue)?.store(.array([]))
        return .object(AstObject(.scriptBlock(result.script), in: file, below: nil))
    }

    var type: ObjectType {
        ObjectType(
            "System.Management.Automation.Language.Parser", base: .object,
            statics: [
                .function("ParseInput", "string input", "object tokens", "object errors", returns: "ScriptBlockAst") { arguments in
                    try Self.parse(SourceFile(text: arguments.string(0)), arguments[1], arguments[2])
                },
                .function("ParseFile", "string fileName", "object tokens", "object errors", returns: "ScriptBlockAst") {
                    arguments in
                    let path = arguments.string(0)
                    let text = try FileSystemView(drives: paths.drives).readText(paths.full(path))
                    return try Self.parse(SourceFile(path: paths.full(path), text: text), arguments[1], arguments[2])
                },
            ])
    }
}
