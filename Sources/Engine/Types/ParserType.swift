import CmdletKit
import SourceText
import Syntax
import Values

/// System.Management.Automation.Language.Parser: what is wrong with a text. The tree itself is not shown to scripts, but for its extent.
struct ParserType: Sendable {
    let paths: MachinePaths

    private static func position(_ file: SourceFile, _ offset: UInt32) -> Value {
        let place = file.position(of: offset)
        let before = String(decoding: file.utf8[..<min(Int(offset), file.utf8.count)], as: UTF8.self).utf16.count
        return .object(
            CustomObject(
                [
                    ("File", file.path.map { .string($0) } ?? .null), ("LineNumber", Value.integer(place.line)),
                    ("ColumnNumber", Value.integer(place.column)), ("Offset", Value.integer(before)),
                    ("Line", .string(file.line(place.line))),
                ], typeNames: ["System.Management.Automation.Language.InternalScriptPosition", "System.Object"]))
    }

    static func extent(_ file: SourceFile, _ span: SourceSpan) -> Value {
        let (start, end) = (file.position(of: span.start), file.position(of: span.end))
        return .object(
            CustomObject(
                [
                    ("File", file.path.map { .string($0) } ?? .null), ("StartScriptPosition", position(file, span.start)),
                    ("EndScriptPosition", position(file, span.end)), ("StartLineNumber", Value.integer(start.line)),
                    ("StartColumnNumber", Value.integer(start.column)), ("EndLineNumber", Value.integer(end.line)),
                    ("EndColumnNumber", Value.integer(end.column)), ("Text", .string(file.text(of: span))),
                    ("StartOffset", position(file, span.start).property("Offset") ?? .null),
                    ("EndOffset", position(file, span.end).property("Offset") ?? .null),
                ], typeNames: ["System.Management.Automation.Language.InternalScriptExtent", "System.Object"]))
    }

    private static func parse(_ file: SourceFile, _ tokens: Value, _ errors: Value) throws -> Value {
        let result = Parser.parse(file)
        let found = result.errors.map { error -> Value in
            .object(
                CustomObject(
                    [
                        ("Extent", extent(file, error.span)), ("ErrorId", .string(error.errorID)),
                        ("Message", .string(error.message)),
                        ("IncompleteInput", .bool(error.isIncomplete)),
                    ], typeNames: ["System.Management.Automation.Language.ParseError", "System.Object"]))
        }
        try (errors.reference as? any ReferenceObjectValue)?.store(.array(found))
        try (tokens.reference as? any ReferenceObjectValue)?.store(.array([]))
        let whole = SourceSpan(start: 0, end: file.utf8.count)
        return .object(
            CustomObject(
                [("Extent", extent(file, whole)), ("Parent", .null)],
                typeNames: [
                    "System.Management.Automation.Language.ScriptBlockAst", "System.Management.Automation.Language.Ast",
                    "System.Object",
                ]))
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
