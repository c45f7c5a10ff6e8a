enum CharMembers {
    private static func test(_ name: String, _ predicate: @escaping @Sendable (Character) -> Bool) -> Member {
        .function(name, "char c", returns: "bool") { arguments in
            .bool(String(decoding: [arguments.char(0)], as: UTF16.self).first.map(predicate) ?? false)
        }
    }

    static let statics: [Member] = [
        test("IsDigit") { $0.isNumber && $0.isASCII }, test("IsLetter") { $0.isLetter },
        test("IsLetterOrDigit") { $0.isLetter || $0.isNumber },
        test("IsUpper") { $0.isUppercase }, test("IsLower") { $0.isLowercase }, test("IsWhiteSpace") { $0.isWhitespace },
        test("IsPunctuation") { $0.isPunctuation }, test("IsNumber") { $0.isNumber },
        .function("ToUpper", "char c", returns: "char") { .char(Value.char($0.char(0)).displayText.uppercased().utf16.first ?? 0) },
        .function("ToLower", "char c", returns: "char") { .char(Value.char($0.char(0)).displayText.lowercased().utf16.first ?? 0) },
    ]
}
