/// A text encoding: how text becomes bytes in a file, and bytes become text.
public enum TextEncoding: Sendable, Hashable {
    case ascii, latin1, bigEndianUnicode, bigEndianUTF32, unicode, utf7, utf8, utf8BOM, utf8NoBOM, utf32
    case page(CodePage)

    /// The encodings by the lower-case names and numbers that -Encoding and [System.Text.Encoding] take.
    private static let names: [String: TextEncoding] = [
        "ascii": .ascii, "us-ascii": .ascii, "20127": .ascii, "system.text.asciiencoding": .ascii, "latin1": .latin1,
        "iso-8859-1": .latin1,
        "28591": .latin1, "ansi": .utf8NoBOM, "oem": .utf8NoBOM, "default": .utf8NoBOM, "string": .unicode, "unknown": .unicode,
        "unicode": .unicode, "utf-16": .unicode, "utf-16le": .unicode, "1200": .unicode, "bigendianunicode": .bigEndianUnicode,
        "utf-16be": .bigEndianUnicode, "unicodefffe": .bigEndianUnicode, "1201": .bigEndianUnicode, "utf8": .utf8NoBOM,
        "utf-8": .utf8NoBOM,
        "65001": .utf8NoBOM, "utf8nobom": .utf8NoBOM, "utf8bom": .utf8BOM, "utf32": .utf32, "utf-32": .utf32, "12000": .utf32,
        "bigendianutf32": .bigEndianUTF32, "utf-32be": .bigEndianUTF32, "12001": .bigEndianUTF32, "utf7": .utf7, "utf-7": .utf7,
        "65000": .utf7,
    ]

    /// The encoding of a name or code page number, without regard to case; nil where there is none.
    public static func named(_ name: String) -> TextEncoding? {
        let key = name.lowercased()
        return names[key] ?? CodePage.named(key).map { .page($0) }
    }

    /// The encoding's name as .NET has it (WebName).
    public var webName: String {
        switch self {
        case .ascii: "us-ascii"
        case .latin1: "iso-8859-1"
        case .bigEndianUnicode: "utf-16BE"
        case .bigEndianUTF32: "utf-32BE"
        case .unicode: "utf-16"
        case .utf7: "utf-7"
        case .utf8, .utf8BOM, .utf8NoBOM: "utf-8"
        case .utf32: "utf-32"
        case .page(let page): page.name
        }
    }

    var displayName: String {
        switch self {
        case .ascii: "US-ASCII"
        case .latin1: "Western European (ISO)"
        case .bigEndianUnicode: "Unicode (Big-Endian)"
        case .bigEndianUTF32: "Unicode (UTF-32 Big-Endian)"
        case .unicode: "Unicode"
        case .utf7: "Unicode (UTF-7)"
        case .utf8, .utf8BOM, .utf8NoBOM: "Unicode (UTF-8)"
        case .utf32: "Unicode (UTF-32)"
        case .page(let page): page.name
        }
    }

    var codePage: Int {
        switch self {
        case .ascii: 20127
        case .latin1: 28591
        case .bigEndianUnicode: 1201
        case .bigEndianUTF32: 12001
        case .unicode: 1200
        case .utf7: 65000
        case .utf8, .utf8BOM, .utf8NoBOM: 65001
        case .utf32: 12000
        case .page(let page): page.number
        }
    }

    /// The byte order mark that the encoding writes at the beginning of a file; empty where it writes none.
    public var preamble: [UInt8] {
        switch self {
        case .utf8BOM: [0xEF, 0xBB, 0xBF]
        case .unicode: [0xFF, 0xFE]
        case .bigEndianUnicode: [0xFE, 0xFF]
        case .utf32: [0xFF, 0xFE, 0, 0]
        case .bigEndianUTF32: [0, 0, 0xFE, 0xFF]
        case .ascii, .latin1, .utf7, .utf8, .utf8NoBOM, .page: []
        }
    }

    /// The text in this encoding, without a byte order mark. A character that the encoding does not have becomes `?`.
    public func bytes(_ text: String) -> [UInt8] {
        switch self {
        case .utf8, .utf8BOM, .utf8NoBOM: Array(text.utf8)
        case .utf7: UTF7.encode(text)
        case .page(let page): page.encode(text)
        case .ascii: text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : UInt8(ascii: "?") }
        case .latin1: text.unicodeScalars.map { UInt8(exactly: $0.value) ?? UInt8(ascii: "?") }
        case .unicode: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .bigEndianUnicode: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .utf32: text.unicodeScalars.flatMap { scalar in (0..<4).map { UInt8(scalar.value >> (8 * $0) & 0xFF) } }
        case .bigEndianUTF32:
            text.unicodeScalars.flatMap { scalar in (0..<4).reversed().map { UInt8(scalar.value >> (8 * $0) & 0xFF) } }
        }
    }

    /// The text that bytes in this encoding stand for. Bytes that are invalid become U+FFFD.
    public func text(_ bytes: some Collection<UInt8>) -> String {
        switch self {
        case .utf8, .utf8BOM, .utf8NoBOM: return String(decoding: bytes, as: UTF8.self)
        case .utf7: return UTF7.decode(bytes)
        case .page(let page): return page.decode(bytes)
        case .ascii: return String(decoding: bytes.map { $0 < 0x80 ? UInt32($0) : 0xFFFD }, as: UTF32.self)
        case .latin1: return String(decoding: bytes.map { UInt32($0) }, as: UTF32.self)
        case .unicode, .bigEndianUnicode:
            return String(
                decoding: Self.units(bytes, of: 2, bigEndian: self == .bigEndianUnicode).map { UInt16($0) }, as: UTF16.self)
        case .utf32, .bigEndianUTF32:
            return String(decoding: Self.units(bytes, of: 4, bigEndian: self == .bigEndianUTF32), as: UTF32.self)
        }
    }

    private static func units(_ bytes: some Collection<UInt8>, of size: Int, bigEndian: Bool) -> [UInt32] {
        var units: [UInt32] = []
        var unit: UInt32 = 0
        var place = 0
        for byte in bytes {
            unit |= UInt32(byte) << UInt32(8 * (bigEndian ? size - 1 - place : place))
            place += 1
            if place == size {
                units.append(unit)
                (unit, place) = (0, 0)
            }
        }
        return units
    }

    /// The encoding that a file's first bytes name, and how many they are; nil where they name none.
    public static func mark(_ bytes: some Collection<UInt8>) -> (encoding: TextEncoding, length: Int)? {
        let head = Array(bytes.prefix(4))
        // UTF-32's mark is tested first: its first two bytes are UTF-16's mark.
        for encoding in [TextEncoding.utf32, .bigEndianUTF32, .utf8BOM, .unicode, .bigEndianUnicode]
        where head.starts(with: encoding.preamble) { return (encoding, encoding.preamble.count) }
        return nil
    }

    /// A whole file as text: its byte order mark decides, else the encoding that was asked for.
    public static func decode(_ bytes: [UInt8], _ wanted: TextEncoding?) -> String {
        if let mark = mark(bytes) { return mark.encoding.text(bytes[mark.length...]) }
        return (wanted ?? .utf8).text(bytes)
    }
}
