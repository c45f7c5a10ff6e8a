import SourceText
import Values

/// System.Management.Automation.Language.IScriptExtent: a span of a text.
public final class ScriptExtent: Object {
    private let file: SourceFile
    private let span: SourceSpan

    private init(_ file: SourceFile, _ span: SourceSpan) {
        self.file = file
        self.span = span
        super.init()
    }

    /// The extent as scripts see it.
    public static func value(_ file: SourceFile, _ span: SourceSpan) -> Value { .object(ScriptExtent(file, span)) }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { file.text(of: span) }

    private static func extent(_ value: Value) throws -> ScriptExtent {
        guard let extent = value.asObject(ScriptExtent.self) else { throw ValueError("This is no extent.", id: "InvalidOperation") }
        return extent
    }

    /// An offset in UTF-16 code units, as .NET counts it.
    private static func offset(_ file: SourceFile, _ offset: UInt32) -> Value {
        Value.integer(String(decoding: file.utf8[..<min(Int(offset), file.utf8.count)], as: UTF8.self).utf16.count)
    }

    private static func position(_ file: SourceFile, _ place: UInt32) -> Value {
        let position = file.position(of: place)
        return .object(
            CustomObject(
                [
                    ("File", file.path.map { .string($0) } ?? .null), ("LineNumber", Value.integer(position.line)),
                    ("ColumnNumber", Value.integer(position.column)), ("Offset", offset(file, place)),
                    ("Line", .string(file.line(position.line))),
                ], type: positionType))
    }

    private static func number(_ name: String, _ read: @escaping @Sendable (ScriptExtent) -> Int) -> Member {
        .property(name, "int") { Value.integer(read(try extent($0))) }
    }

    private static let positionType = ObjectType("System.Management.Automation.Language.InternalScriptPosition", base: .object)

    static let objectType = ObjectType(
        "System.Management.Automation.Language.InternalScriptExtent", base: .object,
        interfaces: ["System.Management.Automation.Language.IScriptExtent"],
        members: [
            .property("File", "string") { try extent($0).file.path.map { .string($0) } ?? .null },
            .property("StartScriptPosition", "System.Management.Automation.Language.IScriptPosition") { value in
                let extent = try extent(value)
                return position(extent.file, extent.span.start)
            },
            .property("EndScriptPosition", "System.Management.Automation.Language.IScriptPosition") { value in
                let extent = try extent(value)
                return position(extent.file, extent.span.end)
            },
            number("StartLineNumber") { $0.file.position(of: $0.span.start).line },
            number("StartColumnNumber") { $0.file.position(of: $0.span.start).column },
            number("EndLineNumber") { $0.file.position(of: $0.span.end).line },
            number("EndColumnNumber") { $0.file.position(of: $0.span.end).column },
            .property("Text", "string") { value in
                let extent = try extent(value)
                return .string(extent.file.text(of: extent.span))
            },
            .property("StartOffset", "int") { value in
                let extent = try extent(value)
                return offset(extent.file, extent.span.start)
            },
            .property("EndOffset", "int") { value in
                let extent = try extent(value)
                return offset(extent.file, extent.span.end)
            },
        ])
}
