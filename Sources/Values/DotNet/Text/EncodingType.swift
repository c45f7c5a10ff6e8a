/// System.Text.Encoding: UTF-8, UTF-16, UTF-32, ASCII and Latin-1.
public final class EncodingObject: Object {
    public enum Kind: String, Sendable { case utf8, utf8BOM, utf16, utf16BigEndian, utf32, ascii, latin1 }
    public let kind: Kind

    public init(_ kind: Kind) {
        self.kind = kind
        super.init()
    }

    public override var type: ObjectType { EncodingType.type(kind) }
    public override var stringForm: String? { type.name }

    public func bytes(_ text: String) -> [UInt8] {
        switch kind {
        case .utf8, .utf8BOM: return Array(text.utf8)
        case .utf16: return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case .utf16BigEndian: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        case .utf32:
            return text.unicodeScalars.flatMap { scalar in (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> ($0 * 8)) } }
        case .ascii: return text.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : UInt8(ascii: "?") }
        case .latin1: return text.unicodeScalars.map { $0.value < 0x100 ? UInt8($0.value) : UInt8(ascii: "?") }
        }
    }

    public func text(_ bytes: [UInt8]) -> String {
        switch kind {
        case .utf8, .utf8BOM: return String(decoding: bytes, as: UTF8.self)
        case .utf16, .utf16BigEndian:
            let units = stride(from: 0, to: bytes.count - 1, by: 2).map { place in
                let (low, high) = kind == .utf16 ? (bytes[place], bytes[place + 1]) : (bytes[place + 1], bytes[place])
                return UInt16(high) << 8 | UInt16(low)
            }
            return String(decoding: units, as: UTF16.self)
        case .utf32:
            let scalars = stride(from: 0, to: bytes.count - 3, by: 4).map { place in
                (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[place + $1]) << UInt32($1 * 8) }
            }
            return String(String.UnicodeScalarView(scalars.map { UnicodeScalar($0) ?? "\u{FFFD}" }))
        case .ascii: return String(String.UnicodeScalarView(bytes.map { $0 < 0x80 ? UnicodeScalar($0) : "?" }))
        case .latin1: return String(String.UnicodeScalarView(bytes.map { UnicodeScalar($0) }))
        }
    }

    /// What stands before a text in a file.
    public var preamble: [UInt8] {
        switch kind {
        case .utf8BOM: [0xEF, 0xBB, 0xBF]
        case .utf16: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .utf32: [0xFF, 0xFE, 0, 0]
        case .utf8, .ascii, .latin1: []
        }
    }
}

enum EncodingType {
    private static func own(_ value: Value) -> EncodingObject { value.asObject(EncodingObject.self) ?? EncodingObject(.utf8) }

    /// By the names that .NET and scripts use.
    static func named(_ name: String) throws -> Value {
        let kind: EncodingObject.Kind
        switch name.lowercased() {
        case "utf-8", "utf8", "utf8nobom", "default", "65001": kind = .utf8
        case "utf8bom": kind = .utf8BOM
        case "utf-16", "utf-16le", "unicode", "1200": kind = .utf16
        case "utf-16be", "bigendianunicode", "1201": kind = .utf16BigEndian
        case "utf-32", "utf32", "12000": kind = .utf32
        case "us-ascii", "ascii", "20127": kind = .ascii
        case "iso-8859-1", "latin1", "28591", "windows-1252", "1252": kind = .latin1
        default:
            throw ValueError(
                "'\(name)' is not a supported encoding name. (Parameter 'name')", id: "ArgumentException",
                exception: "System.ArgumentException", category: "NotSpecified")
        }
        return .object(EncodingObject(kind))
    }

    static let base = ObjectType(
        "System.Text.Encoding", base: .object,
        members: [
            .property("WebName", "string") { value in
                switch own(value).kind {
                case .utf8, .utf8BOM: .string("utf-8")
                case .utf16: .string("utf-16")
                case .utf16BigEndian: .string("utf-16BE")
                case .utf32: .string("utf-32")
                case .ascii: .string("us-ascii")
                case .latin1: .string("iso-8859-1")
                }
            },
            .property("EncodingName", "string") { value in
                switch own(value).kind {
                case .utf8, .utf8BOM: .string("Unicode (UTF-8)")
                case .utf16: .string("Unicode")
                case .utf16BigEndian: .string("Unicode (Big-Endian)")
                case .utf32: .string("Unicode (UTF-32)")
                case .ascii: .string("US-ASCII")
                case .latin1: .string("Western European (ISO)")
                }
            },
            .property("CodePage", "int") { value in
                switch own(value).kind {
                case .utf8, .utf8BOM: .int(65001)
                case .utf16: .int(1200)
                case .utf16BigEndian: .int(1201)
                case .utf32: .int(12000)
                case .ascii: .int(20127)
                case .latin1: .int(28591)
                }
            },
            .property("Preamble", "byte[]") { ConvertType.array(own($0).preamble) },
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
            constant("UTF8", .utf8BOM), constant("Unicode", .utf16), constant("BigEndianUnicode", .utf16BigEndian),
            constant("UTF32", .utf32), constant("ASCII", .ascii), constant("Latin1", .latin1), constant("Default", .utf8),
            .function("GetEncoding", "object name", returns: "System.Text.Encoding") { try named($0.string(0)) },
        ], convert: { try named($0.displayText) })

    private static func constant(_ name: String, _ kind: EncodingObject.Kind) -> Member {
        .constant(name, "System.Text.Encoding") { .object(EncodingObject(kind)) }
    }

    private static func derived(_ name: String, _ make: @escaping @Sendable (Arguments) -> EncodingObject.Kind) -> ObjectType {
        ObjectType("System.Text." + name, base: base, construct: { .object(EncodingObject(make($0))) })
    }

    static let utf8 = derived("UTF8Encoding") { $0.bool(0) ? .utf8BOM : .utf8 }
    static let unicode = derived("UnicodeEncoding") { $0.bool(0) ? .utf16BigEndian : .utf16 }
    static let utf32 = derived("UTF32Encoding") { _ in .utf32 }
    static let ascii = derived("ASCIIEncoding") { _ in .ascii }
    static let latin1 = derived("Latin1Encoding") { _ in .latin1 }

    static func type(_ kind: EncodingObject.Kind) -> ObjectType {
        switch kind {
        case .utf8, .utf8BOM: utf8
        case .utf16, .utf16BigEndian: unicode
        case .utf32: utf32
        case .ascii: ascii
        case .latin1: latin1
        }
    }
}
