/// System.String. Positions are UTF-16 code units, as in .NET; ASCII text takes them as bytes.
enum StringMembers {
    static let construct: @Sendable (Arguments) throws -> Value = { arguments in
        if arguments.count == 2, case .char = arguments[0] {
            let count = try Conversion.int32(arguments[1])
            guard count >= 0 else { throw outOfRange("count") }
            return .string(String(repeating: arguments[0].displayText, count: Int(count)))
        }
        return .string(arguments.list(0).map(\.displayText).joined())
    }

    static func outOfRange(_ parameter: String) -> ValueError {
        ValueError(
            "Exception calling method: index and length must refer to a location within the string. (Parameter '\(parameter)')",
            id: "ArgumentOutOfRangeException", exception: "System.ArgumentOutOfRangeException", category: "NotSpecified")
    }

    /// The text between two UTF-16 offsets; throws where they lie outside.
    static func slice(_ text: String, _ start: Int, _ length: Int?) throws -> String {
        let units = text.utf16
        let total = units.count
        let count = length ?? (total - start)
        guard start >= 0, start <= total else { throw outOfRange("startIndex") }
        guard count >= 0, count <= total - start else { throw outOfRange("length") }
        let first = units.index(units.startIndex, offsetBy: start)
        let last = units.index(first, offsetBy: count)
        return String(decoding: Array(units[first..<last]), as: UTF16.self)
    }

    private static func text(_ value: Value) -> String { value.text ?? value.displayText }

    private static func pad(_ value: Value, _ arguments: Arguments, left: Bool) throws -> Value {
        let text = text(value)
        let width = arguments.int(0)
        guard width >= 0, width <= 1 << 30 else { throw outOfRange("totalWidth") }
        let missing = width - text.utf16.count
        guard missing > 0 else { return .string(text) }
        let fill = String(repeating: arguments.count > 1 ? arguments[1].displayText : " ", count: missing)
        return .string(left ? fill + text : text + fill)
    }

    private static func trim(_ value: Value, _ arguments: Arguments, start: Bool, end: Bool) -> Value {
        var characters = text(value)[...]
        let set: Set<Character>? = arguments.count == 0 ? nil : Set(arguments.list(0).flatMap { Array($0.displayText) })
        let matches = { (character: Character) in (set?.isEmpty ?? true) ? character.isWhitespace : set?.contains(character) == true
        }
        if start { while let first = characters.first, matches(first) { characters.removeFirst() } }
        if end { while let last = characters.last, matches(last) { characters.removeLast() } }
        return .string(String(characters))
    }

    private static func trimming(_ name: String, start: Bool, end: Bool) -> Member {
        .method(
            name,
            overloads: [
                Overload(returns: "string") { trim($0, $1, start: start, end: end) },
                Overload("params char[] trimChars", returns: "string") { trim($0, $1, start: start, end: end) },
            ])
    }

    private static func ignoresCase(_ value: Value) -> Bool {
        value.displayText.hasSuffix("IgnoreCase") || value.displayText == "5"
    }

    private static func test(_ name: String, _ check: @escaping @Sendable (String, String) -> Bool) -> Member {
        .method(
            name,
            overloads: [
                Overload("string value", returns: "bool") { .bool(check(text($0), $1.string(0))) },
                Overload("string value", "System.StringComparison comparisonType", returns: "bool") {
                    ignoresCase($1[1])
                        ? .bool(check(text($0).lowercased(), $1.string(0).lowercased())) : .bool(check(text($0), $1.string(0)))
                },
            ])
    }

    static func index(of needle: String, in text: String, from start: Int = 0, last: Bool = false) -> Int {
        let hay = Array(text.utf16)
        let units = Array(needle.utf16)
        guard start >= 0, start <= hay.count else { return -1 }
        guard !units.isEmpty else { return last ? hay.count : start }
        guard hay.count - start >= units.count else { return -1 }
        let places = stride(from: start, through: hay.count - units.count, by: 1)
        let found = { (place: Int) in hay[place] == units[0] && hay[place..<(place + units.count)].elementsEqual(units) }
        return (last ? places.reversed().first(where: found) : places.first(where: found)) ?? -1
    }

    private static func split(_ value: Value, separators: [String], limit: Int, removeEmpty: Bool) -> Value {
        let text = text(value)
        let usable = separators.filter { !$0.isEmpty }
        var parts: [String] = []
        var current = ""
        var rest = text[...]
        scan: while let first = rest.first {
            if parts.count < limit - 1 {
                if usable.isEmpty, first.isWhitespace {
                    parts.append(current)
                    current = ""
                    rest.removeFirst()
                    continue
                }
                for separator in usable where rest.hasPrefix(separator) {
                    if !(removeEmpty && current.isEmpty) { parts.append(current) }
                    current = ""
                    rest = rest.dropFirst(separator.count)
                    continue scan
                }
            }
            current.append(first)
            rest.removeFirst()
        }
        parts.append(current)
        if removeEmpty { parts.removeAll(where: \.isEmpty) }
        return .array(ArrayObject(parts.map { .string($0) }, of: .string))
    }

    private static func removesEmpty(_ value: Value) -> Bool {
        value.displayText.lowercased().contains("removeempty") || value.displayText == "1"
    }

    private static let splitOverloads: [Overload] = [
        Overload("params char[] separator", returns: "string[]") {
            split($0, separators: $1.list(0).map(\.displayText), limit: .max, removeEmpty: false)
        },
        Overload("string separator", returns: "string[]") {
            split($0, separators: [$1.string(0)], limit: .max, removeEmpty: false)
        },
        Overload("char[] separator", "int count", returns: "string[]") {
            split($0, separators: $1.list(0).map(\.displayText), limit: max(1, $1.int(1)), removeEmpty: false)
        },
        Overload("string[] separator", "System.StringSplitOptions options", returns: "string[]") {
            split($0, separators: $1.list(0).map(\.displayText), limit: .max, removeEmpty: removesEmpty($1[1]))
        },
    ]

    static let instance: [Member] = [
        .property("Length", "int") { .int(Int32(clamping: text($0).utf16.count)) },
        .method("ToUpper", returns: "string") { value, _ in .string(text(value).uppercased()) },
        .method("ToLower", returns: "string") { value, _ in .string(text(value).lowercased()) },
        .method("ToUpperInvariant", returns: "string") { value, _ in .string(text(value).uppercased()) },
        .method("ToLowerInvariant", returns: "string") { value, _ in .string(text(value).lowercased()) },
        trimming("Trim", start: true, end: true), trimming("TrimStart", start: true, end: false),
        trimming("TrimEnd", start: false, end: true),
        test("StartsWith") { $0.hasPrefix($1) }, test("EndsWith") { $0.hasSuffix($1) },
        test("Contains") { $1.isEmpty || $0.firstRange(of: $1) != nil },
        .method(
            "Substring",
            overloads: [
                Overload("int startIndex", returns: "string") { .string(try slice(text($0), $1.int(0), nil)) },
                Overload("int startIndex", "int length", returns: "string") { .string(try slice(text($0), $1.int(0), $1.int(1))) },
            ]),
        .method(
            "Remove",
            overloads: [
                Overload("int startIndex", returns: "string") { .string(try slice(text($0), 0, $1.int(0))) },
                Overload("int startIndex", "int count", returns: "string") {
                    let removed = try slice(text($0), $1.int(0), $1.int(1)).utf16.count
                    return .string(try slice(text($0), 0, $1.int(0)) + slice(text($0), $1.int(0) + removed, nil))
                },
            ]),
        .method("Insert", "int startIndex", "string value", returns: "string") {
            .string(try slice(text($0), 0, $1.int(0)) + $1.string(1) + slice(text($0), $1.int(0), nil))
        },
        .method("Replace", "string oldValue", "string newValue", returns: "string") { value, arguments in
            let old = arguments.string(0)
            guard !old.isEmpty else {
                throw ValueError(
                    "String cannot be of zero length. (Parameter 'oldValue')", id: "ArgumentException",
                    exception: "System.ArgumentException",
                    category: "NotSpecified")
            }
            return .string(text(value).replacing(old, with: arguments.string(1)))
        },
        .method(
            "IndexOf",
            overloads: [
                Overload("string value", returns: "int") { .int(Int32(clamping: index(of: $1.string(0), in: text($0)))) },
                Overload("string value", "int startIndex", returns: "int") {
                    .int(Int32(clamping: index(of: $1.string(0), in: text($0), from: $1.int(1))))
                },
            ]),
        .method("LastIndexOf", "string value", returns: "int") {
            .int(Int32(clamping: index(of: $1.string(0), in: text($0), last: true)))
        },
        .method("PadLeft", "int totalWidth", "char paddingChar?", returns: "string") { try pad($0, $1, left: true) },
        .method("PadRight", "int totalWidth", "char paddingChar?", returns: "string") { try pad($0, $1, left: false) },
        .method("Split", overloads: splitOverloads),
        .method("ToCharArray", returns: "char[]") { value, _ in .array(ArrayObject(text(value).utf16.map { .char($0) }, of: .char))
        },
        .method(
            "Equals",
            overloads: [
                Overload("string value", returns: "bool") { .bool(text($0) == $1.string(0)) },
                Overload("string value", "System.StringComparison comparisonType", returns: "bool") {
                    .bool(ignoresCase($1[1]) ? text($0).equalsIgnoringCase($1.string(0)) : text($0) == $1.string(0))
                },
            ]),
    ]

    static let statics: [Member] = [
        .constant("Empty", "string") { .string("") },
        .function("IsNullOrEmpty", "string value", returns: "bool") { .bool($0.string(0).isEmpty) },
        .function("IsNullOrWhiteSpace", "string value", returns: "bool") { .bool($0.string(0).allSatisfy(\.isWhitespace)) },
        .function("Join", "string separator", "params object[] values", returns: "string") { arguments in
            .string(arguments.list(1).map(\.displayText).joined(separator: arguments.string(0)))
        },
        .function("Concat", "params object[] values", returns: "string") { .string($0.list(0).map(\.displayText).joined()) },
        .function("Format", "string format", "params object[] args", returns: "string") {
            .string(try CompositeFormat.format($0.string(0), $0.list(1)))
        },
        .function("Compare", "string strA", "string strB", "bool ignoreCase?", returns: "int") {
            .int(Int32(clamping: Comparison.order($0.string(0), $0.string(1), ignoreCase: $0.bool(2))))
        },
    ]
}
