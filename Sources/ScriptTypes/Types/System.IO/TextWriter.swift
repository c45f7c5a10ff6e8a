import Glibc
import Values

/// System.IO.TextWriter: StringWriter and StreamWriter.
package final class TextWriterObject: Object {
    enum Target {
        case text(StringBuilderObject)
        case stream(StreamObject, EncodingObject?)
        /// The session's display, or the stream of errors.
        case display(@Sendable (String) -> Void)
    }
    let target: Target
    private var newLine = "\n"

    init(_ text: StringBuilderObject) {
        target = .text(text)
        super.init()
    }

    /// Writes to a stream.
    /// - Parameter encoding: nil: UTF-8 without a byte order mark.
    package init(_ stream: StreamObject, _ encoding: EncodingObject? = nil) {
        target = .stream(stream, encoding)
        super.init()
    }

    /// Makes `[Console]::Out` or `[Console]::Error`.
    init(showing write: @escaping @Sendable (String) -> Void) {
        target = .display(write)
        super.init()
    }

    package override var type: ObjectType {
        switch target {
        case .text: Self.stringWriter
        case .stream: Self.streamWriter
        case .display: Self.synchronized
        }
    }
    package override var stringForm: String? { if case .text(let builder) = target { builder.stringForm } else { nil } }

    func write(_ text: String) throws {
        switch target {
        case .text(let builder): builder.append(text)
        case .display(let write): write(text)
        case .stream(let stream, let encoding): try stream.write(encoding?.bytes(text) ?? Array(text.utf8))
        }
    }

    static func writer(_ value: Value) throws -> TextWriterObject {
        guard let writer = value.asObject(TextWriterObject.self) else {
            throw ValueError("This is no text writer.", id: "InvalidOperation")
        }
        return writer
    }

    /// The text to write: the only argument, or a composite format (`{0}`) with its arguments.
    static func text(_ arguments: Arguments) throws -> String {
        let values = arguments.list(0)
        guard let first = values.first else { return "" }
        return values.count > 1 ? try CompositeFormat.format(first.displayText, Array(values.dropFirst())) : first.roundTripText
    }

    static let base = ObjectType(
        "System.IO.TextWriter", base: .object, interfaces: ["System.IDisposable"],
        members: [
            .method("Write", "params object[] value", returns: "void") { value, arguments in
                try writer(value).write(try text(arguments))
                return .nothing
            },
            .method("WriteLine", "params object[] value", returns: "void") { value, arguments in
                let own = try writer(value)
                try own.write(try text(arguments) + own.newLine)
                return .nothing
            },
            .property("NewLine", "string", set: { try writer($0).newLine = $1.displayText }) { .string(try writer($0).newLine) },
            .property("AutoFlush", "bool", set: { _, _ in }) { _ in .bool(true) },
            .method("Flush", returns: "void") { _, _ in .nothing },
        ]
            + ["Close", "Dispose"].map { name in
                .method(name, returns: "void") { value, _ in
                    if case .stream(let stream, _) = try writer(value).target { stream.close() }
                    return .nothing
                }
            })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.IO.TextWriter") { TextWriterObject.base }
}
