import CmdletKit
import Values

/// How text becomes bytes in a file, and bytes text.
package enum TextEncoding: String, CaseIterable, Sendable {
    case ascii = "ascii"
    case latin1 = "latin1"
    case bigEndianUnicode = "bigendianunicode"
    case bigEndianUTF32 = "bigendianutf32"
    case unicode = "unicode"
    case utf8 = "utf8"
    case utf8BOM = "utf8BOM"
    case utf8NoBOM = "utf8NoBOM"
    case utf32 = "utf32"

    /// Names that users and [System.Text.Encoding] give them.
    private static let names: [String: TextEncoding] = [
        "ascii": .ascii, "us-ascii": .ascii, "20127": .ascii, "system.text.asciiencoding": .ascii, "latin1": .latin1,
        "iso-8859-1": .latin1,
        "28591": .latin1, "ansi": .utf8NoBOM, "oem": .utf8NoBOM, "default": .utf8NoBOM, "string": .unicode, "unknown": .unicode,
        "unicode": .unicode, "utf-16": .unicode, "utf-16le": .unicode, "1200": .unicode, "bigendianunicode": .bigEndianUnicode,
        "utf-16be": .bigEndianUnicode, "unicodefffe": .bigEndianUnicode, "1201": .bigEndianUnicode, "utf8": .utf8NoBOM,
        "utf-8": .utf8NoBOM,
        "65001": .utf8NoBOM, "utf8nobom": .utf8NoBOM, "utf8bom": .utf8BOM, "utf32": .utf32, "utf-32": .utf32, "12000": .utf32,
        "bigendianutf32": .bigEndianUTF32, "utf-32be": .bigEndianUTF32, "12001": .bigEndianUTF32,
    ]

    package static func named(_ name: String) -> TextEncoding? { names[name.lowercased()] }

    package var preamble: [UInt8] {
        switch self {
        case .utf8BOM: [0xEF, 0xBB, 0xBF]
        case .unicode: [0xFF, 0xFE]
        case .bigEndianUnicode: [0xFE, 0xFF]
        case .utf32: [0xFF, 0xFE, 0, 0]
        case .bigEndianUTF32: [0, 0, 0xFE, 0xFF]
        case .ascii, .latin1, .utf8, .utf8NoBOM: []
        }
    }

    package func bytes(_ text: String) -> [UInt8] {
        switch self {
        case .utf8, .utf8BOM, .utf8NoBOM: Array(text.utf8)
        case .ascii: text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : UInt8(ascii: "?") }
        case .latin1: text.unicodeScalars.map { UInt8(exactly: $0.value) ?? UInt8(ascii: "?") }
        case .unicode: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .bigEndianUnicode: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .utf32: text.unicodeScalars.flatMap { scalar in (0..<4).map { UInt8(scalar.value >> (8 * $0) & 0xFF) } }
        case .bigEndianUTF32:
            text.unicodeScalars.flatMap { scalar in (0..<4).reversed().map { UInt8(scalar.value >> (8 * $0) & 0xFF) } }
        }
    }

    package func text(_ bytes: some Collection<UInt8>) -> String {
        switch self {
        case .utf8, .utf8BOM, .utf8NoBOM: return String(decoding: bytes, as: UTF8.self)
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
    package static func mark(_ bytes: some Collection<UInt8>) -> (encoding: TextEncoding, length: Int)? {
        let head = Array(bytes.prefix(4))
        // UTF-32's begins as UTF-16's does.
        for encoding in [TextEncoding.utf32, .bigEndianUTF32, .utf8BOM, .unicode, .bigEndianUnicode]
        where head.starts(with: encoding.preamble) { return (encoding, encoding.preamble.count) }
        return nil
    }

    /// A whole file as text: its byte order mark decides, else the encoding that was asked for.
    package static func decode(_ bytes: [UInt8], _ wanted: TextEncoding?) -> String {
        if let mark = mark(bytes) { return mark.encoding.text(bytes[mark.length...]) }
        return (wanted ?? .utf8).text(bytes)
    }
}

extension TextEncoding: ParameterValue {
    package static var parameterTypeName: String { "Encoding" }
    package static var completer: ParameterCompleter {
        .values([
            "ascii", "ansi", "bigendianunicode", "bigendianutf32", "latin1", "oem", "unicode", "utf8", "utf8BOM", "utf8NoBOM",
            "utf32",
        ])
    }

    /// A name, a code page, or an encoding object, which is known by its web name.
    package static func fromArgument(_ value: Value) throws -> TextEncoding {
        let name = value.property("WebName")?.displayText ?? value.displayText
        if let encoding = named(name) {
            // The object that [System.Text.Encoding]::UTF8 gives writes a byte order mark.
            if encoding == .utf8NoBOM, let preamble = value.property("Preamble"), preamble.enumerated?.isEmpty == false {
                return .utf8BOM
            }
            return encoding
        }
        throw ValueError(
            "'\(name)' is not a supported encoding name. Give one of ascii, ansi, bigendianunicode, bigendianutf32, latin1, oem, unicode, utf8, utf8BOM, utf8NoBOM, utf32.",
            id: "ArgumentException", exception: "System.ArgumentException", category: "InvalidArgument")
    }
}
