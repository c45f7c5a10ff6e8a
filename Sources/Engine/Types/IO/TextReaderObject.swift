import Glibc
import Values

/// System.IO.TextReader: StringReader and StreamReader.
final class TextReaderObject: Object {
    private var rest: Substring
    private let source: StreamObject?

    init(_ text: String, of source: StreamObject? = nil) {
        rest = text[...]
        self.source = source
        super.init()
    }

    override var type: ObjectType { source == nil ? Self.stringReader : Self.streamReader }

    private static func reader(_ value: Value) throws -> TextReaderObject {
        guard let reader = value.asObject(TextReaderObject.self) else {
            throw ValueError("This is no text reader.", id: "InvalidOperation")
        }
        return reader
    }

    private func line() -> Value {
        guard !rest.isEmpty else { return .null }
        let end = rest.firstIndex(where: \.isNewline) ?? rest.endIndex
        let line = rest[..<end]
        rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
        return .string(String(line))
    }

    static let base = ObjectType(
        "System.IO.TextReader", base: .object, interfaces: ["System.IDisposable"],
        members: [
            .method("ReadLine", returns: "string") { value, _ in try reader(value).line() },
            .method("ReadToEnd", returns: "string") { value, _ in
                let own = try reader(value)
                defer { own.rest = "" }
                return .string(String(own.rest))
            },
            .method("Read", returns: "int") { value, _ in
                let own = try reader(value)
                guard let unit = own.rest.utf16.first else { return .int(-1) }
                own.rest = Substring(own.rest.utf16.dropFirst())
                return .int(Int32(unit))
            },
            .method("Peek", returns: "int") { value, _ in .int(try reader(value).rest.utf16.first.map { Int32($0) } ?? -1) },
        ]
            + ["Close", "Dispose"].map { name in
                .method(name, returns: "void") { value, _ in
                    try reader(value).source?.close()
                    return .nothing
                }
            })

    static let stringReader = ObjectType(
        "System.IO.StringReader", base: base, construct: { .object(TextReaderObject($0.string(0))) })

    static let streamReader = ObjectType(
        "System.IO.StreamReader", base: base,
        members: [
            .property("EndOfStream", "bool") { .bool(try reader($0).rest.isEmpty) },
            .property("BaseStream", "System.IO.Stream") { try reader($0).source.map { .object($0) } ?? .null },
        ])

    /// StreamReader with its constructors, over the paths of a session.
    static func streamReader(_ files: FileType) -> ObjectType {
        ObjectType(
            streamReader.name, base: streamReader,
            construct: { arguments in
                let stream =
                    try arguments[0].asObject(StreamObject.self) ?? files.open(arguments.string(0), O_RDONLY)
                var bytes = try stream.readToEnd()
                let encoding = arguments[1].asObject(EncodingObject.self)
                if let preamble = encoding?.preamble, !preamble.isEmpty, bytes.starts(with: preamble) {
                    bytes.removeFirst(preamble.count)
                }
                if encoding == nil, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
                return .object(TextReaderObject(encoding?.text(bytes) ?? String(decoding: bytes, as: UTF8.self), of: stream))
            })
    }
}
