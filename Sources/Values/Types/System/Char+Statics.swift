/// The static members of System.Char.
enum CharMembers {
    /// One test of a character, or of the character at a place of a string.
    private static func test(_ name: String, _ predicate: @escaping @Sendable (Unicode.Scalar) -> Bool) -> Member {
        .method(
            name,
            overloads: [
                Overload("char c", returns: "bool") { _, arguments in
                    .bool(Unicode.Scalar(arguments.char(0)).map(predicate) ?? false)
                },
                Overload("string s", "int index", returns: "bool") { _, arguments in
                    let units = Array(arguments.string(0).utf16)
                    guard units.indices.contains(arguments.int(1)) else { throw StringMembers.outOfRange("index") }
                    return .bool(Unicode.Scalar(units[arguments.int(1)]).map(predicate) ?? false)
                },
            ])
    }

    private static func ascii(_ name: String, _ ranges: ClosedRange<UInt32>...) -> Member {
        test(name) { scalar in ranges.contains { $0.contains(scalar.value) } }
    }

    private static func unit(_ name: String, _ range: ClosedRange<UInt16>) -> Member {
        .function(name, "char c", returns: "bool") { .bool(range.contains($0.char(0))) }
    }

    private static func change(_ name: String, _ body: @escaping @Sendable (String) -> String) -> Member {
        .function(name, "char c", "object culture?", returns: "char") {
            .char(body(Value.char($0.char(0)).displayText).utf16.first ?? 0)
        }
    }

    private static func categoryNumber(_ scalar: Unicode.Scalar) -> Int64 {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter: 0
        case .lowercaseLetter: 1
        case .titlecaseLetter: 2
        case .modifierLetter: 3
        case .otherLetter: 4
        case .nonspacingMark: 5
        case .spacingMark: 6
        case .enclosingMark: 7
        case .decimalNumber: 8
        case .letterNumber: 9
        case .otherNumber: 10
        case .spaceSeparator: 11
        case .lineSeparator: 12
        case .paragraphSeparator: 13
        case .control: 14
        case .format: 15
        case .surrogate: 16
        case .privateUse: 17
        case .connectorPunctuation: 18
        case .dashPunctuation: 19
        case .openPunctuation: 20
        case .closePunctuation: 21
        case .initialPunctuation: 22
        case .finalPunctuation: 23
        case .otherPunctuation: 24
        case .mathSymbol: 25
        case .currencySymbol: 26
        case .modifierSymbol: 27
        case .otherSymbol: 28
        default: 29
        }
    }

    private static func isIn(_ scalar: Unicode.Scalar, _ range: ClosedRange<Int64>) -> Bool {
        range.contains(categoryNumber(scalar))
    }

    static let statics: [Member] = [
        .constant("MaxValue", "char") { .char(.max) }, .constant("MinValue", "char") { .char(0) },
        test("IsDigit") { isIn($0, 8...8) }, test("IsLetter") { isIn($0, 0...4) },
        test("IsLetterOrDigit") { isIn($0, 0...4) || isIn($0, 8...8) },
        test("IsUpper") { isIn($0, 0...0) }, test("IsLower") { isIn($0, 1...1) }, test("IsNumber") { isIn($0, 8...10) },
        test("IsWhiteSpace") { $0.properties.isWhitespace }, test("IsPunctuation") { isIn($0, 18...24) },
        test("IsSymbol") { isIn($0, 25...28) }, test("IsSeparator") { isIn($0, 11...13) }, test("IsControl") { isIn($0, 14...14) },
        ascii("IsAscii", 0...127), ascii("IsAsciiDigit", 0x30...0x39), ascii("IsAsciiLetter", 0x41...0x5A, 0x61...0x7A),
        ascii("IsAsciiLetterUpper", 0x41...0x5A), ascii("IsAsciiLetterLower", 0x61...0x7A),
        ascii("IsAsciiLetterOrDigit", 0x30...0x39, 0x41...0x5A, 0x61...0x7A),
        ascii("IsAsciiHexDigit", 0x30...0x39, 0x41...0x46, 0x61...0x66), ascii("IsAsciiHexDigitUpper", 0x30...0x39, 0x41...0x46),
        ascii("IsAsciiHexDigitLower", 0x30...0x39, 0x61...0x66),
        unit("IsSurrogate", 0xD800...0xDFFF), unit("IsHighSurrogate", 0xD800...0xDBFF), unit("IsLowSurrogate", 0xDC00...0xDFFF),
        .function("IsBetween", "char c", "char minInclusive", "char maxInclusive", returns: "bool") {
            .bool($0.char(0) >= $0.char(1) && $0.char(0) <= $0.char(2))
        },
        change("ToUpper") { $0.uppercased() }, change("ToLower") { $0.lowercased() },
        change("ToUpperInvariant") { $0.uppercased() }, change("ToLowerInvariant") { $0.lowercased() },
        .function("ToString", "char c", returns: "string") { .string(Value.char($0.char(0)).displayText) },
        .function("Parse", "string s", returns: "char") { try Conversion.char($0[0]) },
        .function("GetNumericValue", "char c", returns: "double") {
            .double(Unicode.Scalar($0.char(0))?.properties.numericValue ?? -1)
        },
        .function("GetUnicodeCategory", "char c", returns: "System.Globalization.UnicodeCategory") {
            .object(EnumObject(.unicodeCategory, rawValue: Unicode.Scalar($0.char(0)).map(categoryNumber) ?? 16))
        },
        .function("ConvertFromUtf32", "int utf32", returns: "string") { arguments in
            guard let scalar = UInt32(exactly: arguments.int(0)).flatMap(Unicode.Scalar.init) else {
                throw StringMembers.outOfRange("utf32")
            }
            return .string(String(Character(scalar)))
        },
        .function("ConvertToUtf32", "object high", "object low", returns: "int") { arguments in
            var units: [UInt16]
            if case .char(let high) = arguments[0], case .char(let low) = arguments[1] {
                units = [high, low]
            } else {
                units = Array(Array(arguments.string(0).utf16).dropFirst(max(0, arguments.int(1))).prefix(2))
            }
            if let first = units.first, !UTF16.isLeadSurrogate(first) { units = [first] }
            guard let scalar = String(decoding: units, as: UTF16.self).unicodeScalars.first, scalar != "\u{FFFD}" else {
                throw StringMembers.outOfRange("index")
            }
            return .int(Int32(scalar.value))
        },
    ]
}
