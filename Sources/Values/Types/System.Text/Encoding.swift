/// System.Text.Encoding.
public final class EncodingObject: Object, EquatableObject {
    /// Which encoding it is.
    public let encoding: TextEncoding

    /// Makes the object of an encoding.
    public init(_ encoding: TextEncoding) {
        self.encoding = encoding
        super.init()
    }

    public override var type: ObjectType { EncodingType.type(encoding) }
    public override var stringForm: String? { type.name }
    /// Whether the other value is the same encoding; nil for other values.
    public func equals(_ other: Value) -> Bool? { other.asObject(EncodingObject.self).map { $0.encoding == encoding } }

    /// A text in the encoding, without a preamble.
    public func bytes(_ text: String) -> [UInt8] { encoding.bytes(text) }
    /// Bytes in the encoding as a text.
    public func text(_ bytes: [UInt8]) -> String { encoding.text(bytes) }
    /// What stands before a text in a file.
    public var preamble: [UInt8] { encoding.preamble }
}

enum EncodingType {
    private static func own(_ value: Value) -> EncodingObject { value.asObject(EncodingObject.self) ?? EncodingObject(.utf8) }

    /// By the names that .NET and scripts use.
    static func named(_ name: String) throws -> Value {
        if let encoding = TextEncoding.named(name) { return .object(EncodingObject(encoding)) }
        throw ValueError(
            "'\(name)' is not a supported encoding name. (Parameter 'name')", id: "ArgumentException",
            exception: "System.ArgumentException", category: "NotSpecified")
    }

    static let base = ObjectType(
        "System.Text.Encoding", base: .object,
        members: [
            .property("WebName", "string") { .string(own($0).encoding.webName) },
            .property("EncodingName", "string") { .string(own($0).encoding.displayName) },
            .property("CodePage", "int") { Value.integer(own($0).encoding.codePage) },
            .method("GetPreamble", returns: "byte[]") { value, _ in ConvertType.array(own(value).preamble) },
            .method("GetBytes", "object s", returns: "byte[]") { value, arguments in
                if case .array(let units) = arguments[0] {
                    return ConvertType.array(own(value).bytes(units.elements.map(\.displayText).joined()))
                }
                return ConvertType.array(own(value).bytes(arguments.string(0)))
            },
            .method("GetByteCount", "string s", returns: "int") { Value.integer(own($0).bytes($1.string(0)).count) },
            .method("GetString", "byte[] bytes", "int index?", "int count?", returns: "string") { value, arguments in
                let bytes = try ConvertType.bytes(arguments[0])
                guard arguments.count > 1 else { return .string(own(value).text(bytes)) }
                let (start, count) = (arguments.int(1), arguments.int(2))
                guard start >= 0, count >= 0, start <= bytes.count, count <= bytes.count - start else {
                    throw StringMembers.outOfRange("index")
                }
                return .string(own(value).text(Array(bytes[start..<(start + count)])))
            },
            .method("GetChars", "byte[] bytes", returns: "char[]") { value, arguments in
                .array(ArrayObject(own(value).text(try ConvertType.bytes(arguments[0])).utf16.map { .char($0) }, of: .char))
            },
        ],
        statics: [
            constant("UTF8", .utf8BOM), constant("Unicode", .unicode), constant("BigEndianUnicode", .bigEndianUnicode),
            constant("UTF32", .utf32), constant("ASCII", .ascii), constant("Latin1", .latin1), constant("Default", .utf8NoBOM),
            constant("UTF7", .utf7),
            .function("GetEncoding", "object name", returns: "System.Text.Encoding") { try named($0.string(0)) },
        ], convert: { try named($0.displayText) })

    private static func constant(_ name: String, _ encoding: TextEncoding) -> Member {
        .constant(name, "System.Text.Encoding") { .object(EncodingObject(encoding)) }
    }

    static func derived(_ name: String, _ make: @escaping @Sendable (Arguments) -> TextEncoding) -> ObjectType {
        ObjectType(name, base: base, construct: { .object(EncodingObject(make($0))) })
    }

    static func type(_ encoding: TextEncoding) -> ObjectType {
        switch encoding {
        case .utf8, .utf8BOM, .utf8NoBOM: utf8
        case .unicode, .bigEndianUnicode: unicode
        case .utf32, .bigEndianUTF32: utf32
        case .utf7: utf7
        case .ascii: ascii
        case .latin1: latin1
        case .page: page
        }
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Text.Encoding") { EncodingType.base } }
