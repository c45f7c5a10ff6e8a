import Values

/// Parses JSON (RFC 8259), or a dialect of it, in one pass over the UTF-8 bytes.
struct JSONReader {
    /// A syntax error with its place: the line counts from 1, the column is the number of bytes before it in the line.
    struct Failure: Error {
        let message: String
        let line: Int
        let column: Int
    }

    /// What is accepted beside strict JSON.
    struct Dialect: OptionSet {
        let rawValue: UInt8
        /// `//` and `/* */` comments.
        static let comments = Dialect(rawValue: 1)
        /// A comma before a closing bracket.
        static let trailingCommas = Dialect(rawValue: 2)
        /// What Newtonsoft.Json accepts: strings in single quotes, names without quotes, NaN; strings that are ISO 8601 dates
        /// become DateTime.
        static let lenient = Dialect(rawValue: 4)

        static let strict: Dialect = []
        /// What ConvertFrom-Json accepts.
        static let relaxed: Dialect = [.comments, .trailingCommas, .lenient]
    }

    private let dialect: Dialect
    private let bytes: [UInt8]
    private let maximumDepth: Int
    private let asHashtable: Bool
    private var position = 0

    /// A parser.
    /// - Parameters:
    ///   - maximumDepth: the most levels of arrays and objects.
    ///   - asHashtable: make ordered, case-sensitive hashtables of objects instead of custom objects.
    init(_ text: String, maximumDepth: Int, asHashtable: Bool, _ dialect: Dialect = .relaxed) {
        bytes = Array(text.utf8)
        self.dialect = dialect
        self.maximumDepth = maximumDepth
        self.asHashtable = asHashtable
    }

    /// The value that the text holds.
    /// - Throws: `Failure` if the text is not JSON or nests too deeply.
    mutating func read() throws -> Value {
        try skipBlanks()
        let value = try readValue(depth: 1)
        try skipBlanks()
        guard position == bytes.count else {
            throw failure("Additional text encountered after finished reading JSON content: \(quoted)")
        }
        return value
    }

    // MARK: Errors

    private func failure(_ message: String) -> Failure {
        var line = 1
        var column = 0
        for byte in bytes.prefix(position) {
            column += 1
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 0
            }
        }
        return Failure(message: message, line: line, column: column)
    }

    private var quoted: String {
        position < bytes.count
            ? String(decoding: bytes[position...].prefix(while: { $0 != 0x0A }).prefix(20), as: UTF8.self) : "the end"
    }

    // MARK: Values

    private func peek() -> UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func skipBlanks() throws {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            case UInt8(ascii: "/") where dialect.contains(.comments): try skipComment()
            default: return
            }
        }
    }

    private mutating func skipComment() throws {
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0
        if next == UInt8(ascii: "/") {
            while position < bytes.count, bytes[position] != 0x0A { position += 1 }
            return
        }
        guard next == UInt8(ascii: "*") else { throw failure("Unexpected character: \(quoted)") }
        position += 2
        while position + 1 < bytes.count {
            if bytes[position] == UInt8(ascii: "*"), bytes[position + 1] == UInt8(ascii: "/") {
                position += 2
                return
            }
            position += 1
        }
        throw failure("Unexpected end while parsing comment.")
    }

    private mutating func readValue(depth: Int) throws -> Value {
        guard position < bytes.count else { throw failure("Unexpected end of JSON input.") }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try readObject(depth: depth)
        case UInt8(ascii: "["): return try readArray(depth: depth)
        case UInt8(ascii: "\""): return dialect.contains(.lenient) ? Self.dated(try readString()) : .string(try readString())
        case UInt8(ascii: "'") where dialect.contains(.lenient): return Self.dated(try readString())
        case UInt8(ascii: "-"), 0x30...0x39: return try readNumber()
        default:
            for (word, value) in [("true", Value.bool(true)), ("false", .bool(false)), ("null", .null), ("NaN", .double(.nan))]
            where bytes[position...].starts(with: word.utf8) && (word != "NaN" || dialect.contains(.lenient)) {
                position += word.utf8.count
                return value
            }
            throw failure("Unexpected character encountered while parsing value: \(quoted)")
        }
    }

    private func checkDepth(_ depth: Int) throws {
        guard depth > maximumDepth else { return }
        throw failure("The reader's MaxDepth of \(maximumDepth) has been exceeded.")
    }

    private mutating func readArray(depth: Int) throws -> Value {
        try checkDepth(depth)
        position += 1
        var elements: [Value] = []
        try skipBlanks()
        if peek() == UInt8(ascii: "]") {
            position += 1
            return .array(elements)
        }
        while true {
            try skipBlanks()
            if peek() == UInt8(ascii: "]"), dialect.contains(.trailingCommas) {
                position += 1
                return .array(elements)
            }
            elements.append(try readValue(depth: depth + 1))
            try skipBlanks()
            switch peek() {
            case UInt8(ascii: ","): position += 1
            case UInt8(ascii: "]"):
                position += 1
                return .array(elements)
            default: throw failure("After parsing a value an unexpected character was encountered: \(quoted)")
            }
        }
    }

    private mutating func readObject(depth: Int) throws -> Value {
        try checkDepth(depth)
        position += 1
        let table = asHashtable ? HashtableObject(ordered: true, caseSensitive: true) : nil
        let members = AttachedMembers()
        try skipBlanks()
        if peek() == UInt8(ascii: "}") {
            position += 1
            return finish(table, members)
        }
        while true {
            try skipBlanks()
            if peek() == UInt8(ascii: "}"), dialect.contains(.trailingCommas) {
                position += 1
                return finish(table, members)
            }
            let name = try readName()
            try skipBlanks()
            guard peek() == UInt8(ascii: ":") else { throw failure("Invalid character after parsing property name: \(quoted)") }
            position += 1
            try skipBlanks()
            let value = try readValue(depth: depth + 1)
            if let table {
                table[name] = value
            } else {
                try add(name, value, to: members)
            }
            try skipBlanks()
            switch peek() {
            case UInt8(ascii: ","): position += 1
            case UInt8(ascii: "}"):
                position += 1
                return finish(table, members)
            default: throw failure("After parsing a value an unexpected character was encountered: \(quoted)")
            }
        }
    }

    private mutating func readName() throws -> String {
        switch peek() {
        case UInt8(ascii: "\""): return try readString()
        case UInt8(ascii: "'") where dialect.contains(.lenient): return try readString()
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "$"):
            guard dialect.contains(.lenient) else { break }
            let start = position
            while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
            return String(decoding: bytes[start..<position], as: UTF8.self)
        default: break
        }
        throw failure("Invalid property identifier character: \(quoted)")
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
    }

    private func add(_ name: String, _ value: Value, to members: AttachedMembers) throws {
        guard !name.isEmpty else {
            throw failure(
                "The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch."
            )
        }
        if let place = members.position(name), members.names[place] != name {
            throw failure(
                "Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. "
                    + "The key that was attempted to be added to the existing key '\(members.names[place])' was '\(name)'.")
        }
        members[name] = .note(value)
    }

    private func finish(_ table: HashtableObject?, _ members: AttachedMembers) -> Value {
        if let table { return .object(table) }
        let object = CustomObject()
        object.attached = members
        return .object(object)
    }

    // MARK: Scalars

    private mutating func readNumber() throws -> Value {
        let start = position
        var isReal = false
        if peek() == UInt8(ascii: "-") { position += 1 }
        while position < bytes.count {
            switch bytes[position] {
            case 0x30...0x39: position += 1
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"):
                isReal = true
                position += 1
            default: return try number(start, isReal)
            }
        }
        return try number(start, isReal)
    }

    private func number(_ start: Int, _ isReal: Bool) throws -> Value {
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        // As in PowerShell 7, integers are Int64, or BigInteger if they do not fit.
        if !isReal, let whole = Int64(text) { return .long(whole) }
        if !dialect.contains(.lenient) {
            let digits = text.drop { $0 == "-" }
            guard digits.first != "0" || digits.count == 1 || digits.dropFirst().first?.isNumber == false else {
                throw failure("Invalid leading zero before '\(digits.dropFirst())'.")
            }
        }
        if !isReal, text.count > 18, let big = try BigInteger.parse(text) { return .big(big) }
        guard let value = Double(text), text.last != "." else { throw failure("Input string '\(text)' is not a valid number.") }
        return .double(value)
    }

    private mutating func readString() throws -> String {
        let quote = bytes[position]
        position += 1
        let start = position
        // Most strings have no escape and are one slice of the input.
        while position < bytes.count, bytes[position] != quote, bytes[position] != UInt8(ascii: "\\") { position += 1 }
        guard position < bytes.count else { throw failure("Unterminated string. Expected delimiter: \".") }
        if bytes[position] == quote {
            defer { position += 1 }
            return String(decoding: bytes[start..<position], as: UTF8.self)
        }
        var units = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == quote { return String(decoding: units, as: UTF8.self) }
            if byte == UInt8(ascii: "\\") { try readEscape(into: &units) } else { units.append(byte) }
        }
        throw failure("Unterminated string. Expected delimiter: \".")
    }

    private mutating func readEscape(into units: inout [UInt8]) throws {
        let byte = peek()
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(byte)
        case UInt8(ascii: "'") where dialect.contains(.lenient): units.append(byte)
        case UInt8(ascii: "b"): units.append(0x08)
        case UInt8(ascii: "f"): units.append(0x0C)
        case UInt8(ascii: "n"): units.append(0x0A)
        case UInt8(ascii: "r"): units.append(0x0D)
        case UInt8(ascii: "t"): units.append(0x09)
        case UInt8(ascii: "u"):
            var code = [try readHex()]
            // Two \u escapes can be the surrogates of one character.
            if code[0] & 0xFC00 == 0xD800, peek() == UInt8(ascii: "\\"), position + 1 < bytes.count,
                bytes[position + 1] == UInt8(ascii: "u")
            {
                position += 2
                code.append(try readHex())
            }
            units.append(contentsOf: String(decoding: code, as: UTF16.self).utf8)
        default: throw failure("Bad JSON escape sequence: \\\(Character(Unicode.Scalar(byte))).")
        }
    }

    private mutating func readHex() throws -> UInt16 {
        guard position + 4 <= bytes.count,
            let value = UInt16(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        else { throw failure("Invalid Unicode escape sequence.") }
        position += 4
        return value
    }

    /// A string that is a date in ISO 8601 becomes a DateTime, as in PowerShell 7. The form is checked by its separators first,
    /// because parsing each string would be slow.
    private static func dated(_ text: String) -> Value {
        var copy = text
        let looksDated = copy.withUTF8 { bytes in
            bytes.count >= 19 && bytes.count <= 40 && bytes[4] == UInt8(ascii: "-") && bytes[7] == UInt8(ascii: "-")
                && bytes[10] == UInt8(ascii: "T") && bytes[13] == UInt8(ascii: ":") && bytes[16] == UInt8(ascii: ":")
                && bytes[0] &- 0x30 < 10
        }
        guard looksDated, let date = DateFormat.parse(text) else { return .string(text) }
        return date.boxed
    }
}
