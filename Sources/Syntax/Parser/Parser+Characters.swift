import SourceText

/// ASCII bytes by name, so that the parser's rules read like a grammar.
enum Byte {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let bang = UInt8(ascii: "!")
    static let doubleQuote = UInt8(ascii: "\"")
    static let hash = UInt8(ascii: "#")
    static let dollar = UInt8(ascii: "$")
    static let percent = UInt8(ascii: "%")
    static let ampersand = UInt8(ascii: "&")
    static let singleQuote = UInt8(ascii: "'")
    static let openParen = UInt8(ascii: "(")
    static let closeParen = UInt8(ascii: ")")
    static let asterisk = UInt8(ascii: "*")
    static let plus = UInt8(ascii: "+")
    static let comma = UInt8(ascii: ",")
    static let dash = UInt8(ascii: "-")
    static let dot = UInt8(ascii: ".")
    static let slash = UInt8(ascii: "/")
    static let colon = UInt8(ascii: ":")
    static let semicolon = UInt8(ascii: ";")
    static let less = UInt8(ascii: "<")
    static let equals = UInt8(ascii: "=")
    static let greater = UInt8(ascii: ">")
    static let question = UInt8(ascii: "?")
    static let at = UInt8(ascii: "@")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let caret = UInt8(ascii: "^")
    static let underscore = UInt8(ascii: "_")
    static let backtick = UInt8(ascii: "`")
    static let openBrace = UInt8(ascii: "{")
    static let pipe = UInt8(ascii: "|")
    static let closeBrace = UInt8(ascii: "}")

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}

extension Parser {
    var isAtEnd: Bool { position >= end }

    /// The byte at a distance from the cursor; 0 past the end.
    func peek(_ distance: Int = 0) -> UInt8 { byte(at: position + distance) }

    func byte(at offset: Int) -> UInt8 { offset >= 0 && offset < end ? bytes[offset] : 0 }

    /// The Unicode scalar at an offset, and its length in bytes.
    func scalar(at offset: Int) -> (Unicode.Scalar, length: Int)? {
        let first = byte(at: offset)
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard offset + length <= end else { return nil }
        var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
        for index in 1..<max(length, 1) where length > 1 { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
        return Unicode.Scalar(value).map { ($0, length) }
    }

    /// The length in bytes of the dash at an offset: `-`, en dash, em dash or horizontal bar; otherwise 0.
    func dashLength(at offset: Int) -> Int {
        let first = byte(at: offset)
        if first == Byte.dash { return 1 }
        return first == 0xE2 && byte(at: offset + 1) == 0x80 && 0x93...0x95 ~= byte(at: offset + 2) ? 3 : 0
    }

    /// The length in bytes of the single quote at an offset: `'` or U+2018 to U+201B; otherwise 0.
    func singleQuoteLength(at offset: Int) -> Int {
        let first = byte(at: offset)
        if first == Byte.singleQuote { return 1 }
        return first == 0xE2 && byte(at: offset + 1) == 0x80 && 0x98...0x9B ~= byte(at: offset + 2) ? 3 : 0
    }

    /// The length in bytes of the double quote at an offset: `"` or U+201C to U+201E, doubled as often as the strings around it
    /// require; otherwise 0.
    func doubleQuoteLength(at offset: Int) -> Int {
        quoteDoublings == 0 ? plainDoubleQuoteLength(at: offset) : doubledQuoteLength(at: offset, quoteDoublings)
    }

    private func plainDoubleQuoteLength(at offset: Int) -> Int {
        let first = byte(at: offset)
        if first == Byte.doubleQuote { return 1 }
        return first == 0xE2 && byte(at: offset + 1) == 0x80 && 0x9C...0x9E ~= byte(at: offset + 2) ? 3 : 0
    }

    /// In a subexpression of a string, a quote of the code may be written as two quotes, or as a backtick and a quote; each further
    /// string around it doubles that again.
    private func doubledQuoteLength(at offset: Int, _ doublings: Int) -> Int {
        if doublings == 0 { return plainDoubleQuoteLength(at: offset) }
        if byte(at: offset) == Byte.backtick {
            let escaped = doubledQuoteLength(at: offset + 1, doublings - 1)
            return escaped > 0 ? escaped + 1 : 0
        }
        let first = doubledQuoteLength(at: offset, doublings - 1)
        return first > 0 ? first + doubledQuoteLength(at: offset + first, doublings - 1) : 0
    }

    /// The bytes of a range, with quotes that are doubled for the strings around them made single.
    func literalBytes(from start: Int, to stop: Int) -> [UInt8] {
        guard start < stop else { return [] }
        guard quoteDoublings > 0 else { return Array(bytes[start..<stop]) }
        var literal: [UInt8] = []
        var scan = start
        while scan < stop {
            let quote = doubleQuoteLength(at: scan)
            literal.append(quote > 0 ? Byte.doubleQuote : bytes[scan])
            scan += max(1, quote)
        }
        return literal
    }

    /// The length in bytes of the line end (LF, CR or CRLF) at an offset; otherwise 0.
    func newlineLength(at offset: Int) -> Int {
        switch byte(at: offset) {
        case Byte.lineFeed: 1
        case Byte.carriageReturn: byte(at: offset + 1) == Byte.lineFeed ? 2 : 1
        default: 0
        }
    }

    /// The length in bytes of the white space at an offset, including Unicode's separators; 0 for anything else and for line ends.
    func spaceLength(at offset: Int) -> Int {
        let first = byte(at: offset)
        switch first {
        case Byte.space, Byte.tab, 0x0B, 0x0C: return 1
        case 0xC2: return byte(at: offset + 1) == 0x85 || byte(at: offset + 1) == 0xA0 ? 2 : 0
        case 0xE1: return byte(at: offset + 1) == 0x9A && byte(at: offset + 2) == 0x80 ? 3 : 0
        case 0xE2:
            let second = byte(at: offset + 1)
            let third = byte(at: offset + 2)
            if second == 0x80, 0x80...0x8A ~= third || third == 0xA8 || third == 0xA9 || third == 0xAF { return 3 }
            return second == 0x81 && third == 0x9F ? 3 : 0
        case 0xE3: return byte(at: offset + 1) == 0x80 && byte(at: offset + 2) == 0x80 ? 3 : 0
        default: return 0
        }
    }

    /// The length in bytes of the letter, digit or underscore at an offset; otherwise 0.
    func identifierLength(at offset: Int) -> Int {
        let first = byte(at: offset)
        if first < 0x80 { return Byte.isLetter(first) || Byte.isDigit(first) || first == Byte.underscore ? 1 : 0 }
        guard let (scalar, length) = scalar(at: offset) else { return 0 }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: return length
        default: return 0
        }
    }

    /// The offset behind the letters, digits and underscores at an offset.
    func identifierEnd(from offset: Int) -> Int {
        var scan = offset
        while case let length = identifierLength(at: scan), length > 0 { scan += length }
        return scan
    }

    func text(from start: Int, to stop: Int) -> String {
        guard start >= 0, start < stop, stop <= end else { return "" }
        return String(decoding: bytes[start..<stop], as: UTF8.self)
    }

    /// The text of a range with ASCII letters in lower case, to compare keywords and operator names.
    func lowercasedText(from start: Int, to stop: Int) -> String {
        guard start >= 0, start < stop, stop <= end else { return "" }
        return String(decoding: bytes[start..<stop].map(Byte.lowercased), as: UTF8.self)
    }

    /// Whether a bare word ends before the offset: at white space, a line end, or a byte that is a token everywhere.
    func endsWord(at offset: Int) -> Bool {
        guard offset < end else { return true }
        switch bytes[offset] {
        case Byte.openBrace, Byte.closeBrace, Byte.openParen, Byte.closeParen, Byte.semicolon, Byte.comma, Byte.pipe,
            Byte.ampersand, Byte.lineFeed, Byte.carriageReturn:
            return true
        default:
            return spaceLength(at: offset) > 0
        }
    }

    /// Whether no bare word can begin at the offset. `<` and `>` redirect at the beginning of a word, but are part of a word that
    /// has begun: `a >b` writes to a file, and `a>b` is a name.
    func startsNoWord(at offset: Int) -> Bool {
        endsWord(at: offset) || bytes[offset] == Byte.less || bytes[offset] == Byte.greater
    }

    /// The length in bytes of the token at an offset, as an error message quotes it.
    func tokenLength(at offset: Int) -> Int {
        guard offset < end else { return 0 }
        var scan = offset
        if bytes[scan] == Byte.dollar || dashLength(at: scan) > 0 { scan += max(1, dashLength(at: scan)) }
        let start = scan
        while !startsNoWord(at: scan), scan - offset < 256, singleQuoteLength(at: scan) == 0, doubleQuoteLength(at: scan) == 0 {
            if scan > start, bytes[start] < 0x80, identifierLength(at: start) == 0 { break }
            if identifierLength(at: start) > 0, identifierLength(at: scan) == 0, bytes[scan] != Byte.dash { break }
            scan += max(1, scalar(at: scan)?.length ?? 1)
        }
        return max(1, max(scan, offset + (scalar(at: offset)?.length ?? 1)) - offset)
    }
}
