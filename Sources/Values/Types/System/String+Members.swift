/// System.String. Positions are UTF-16 code units, as in .NET; ASCII text takes them as bytes.
enum StringMembers {
    static let construct: @Sendable (Arguments) throws -> Value = { arguments in
        if arguments.count == 2, arguments[0].displayText.utf16.count == 1, arguments[0].enumerated == nil {
            let count = try Conversion.int32(arguments[1])
            guard count >= 0 else { throw outOfRange("count") }
            return .string(String(repeating: arguments[0].displayText, count: Int(count)))
        }
        return .string(arguments.list(0).map(\.displayText).joined())
    }

    /// ArgumentOutOfRangeException, whose usual text .NET replaces by another for some methods.
    static func outOfRange(
        _ parameter: String, _ text: String = "Specified argument was out of the range of valid values."
    ) -> ValueError {
        ValueError(
            "\(text) (Parameter '\(parameter)')",
            id: "ArgumentOutOfRangeException", exception: "System.ArgumentOutOfRangeException", category: "NotSpecified")
    }

    /// The text between two UTF-16 offsets; throws where they lie outside.
    static func slice(_ text: String, _ start: Int, _ length: Int?) throws -> String {
        let units = text.utf16
        let total = units.count
        let count = length ?? (total - start)
        guard start >= 0, start <= total else {
            throw outOfRange("startIndex", "startIndex cannot be larger than length of string.")
        }
        guard count >= 0, count <= total - start else {
            throw outOfRange("length", "Index and length must refer to a location within the string.")
        }
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

    /// By code units: a carriage return and a line feed are one letter to Swift and two to .NET.
    private static func replaced(_ text: String, _ old: String, _ new: String) -> String {
        let (units, wanted) = (Array(text.utf8), Array(old.utf8))
        var result: [UInt8] = []
        var place = 0
        while place < units.count {
            if units[place] == wanted.first, units[place...].starts(with: wanted) {
                result += new.utf8
                place += wanted.count
            } else {
                result.append(units[place])
                place += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func split(_ value: Value, separators: [String], limit: Int, removeEmpty: Bool) -> Value {
        let text = text(value)
        let usable = separators.filter { !$0.isEmpty }.map(\.unicodeScalars)
        var parts: [String] = []
        var current = ""
        var rest = text.unicodeScalars[...]
        scan: while let first = rest.first {
            if parts.count < limit - 1 {
                if usable.isEmpty, first.properties.isWhitespace {
                    parts.append(current)
                    current = ""
                    rest.removeFirst()
                    continue
                }
                for separator in usable where rest.starts(with: separator) {
                    if !(removeEmpty && current.isEmpty) { parts.append(current) }
                    current = ""
                    rest = rest.dropFirst(separator.count)
                    continue scan
                }
            }
            current.unicodeScalars.append(first)
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

    private static func character(_ text: String, _ place: Int) throws -> Value {
        guard let unit = try slice(text, place, 1).utf16.first else { throw outOfRange("index") }
        return .char(unit)
    }

    private static func indexing(last: Bool) -> [Overload] {
        let find = { @Sendable (value: Value, arguments: Arguments, start: Int, ignoreCase: Bool) -> Value in
            let (hay, needle) = (text(value), arguments.string(0))
            return Value.integer(
                ignoreCase
                    ? index(of: needle.lowercased(), in: hay.lowercased(), from: start, last: last)
                    : index(of: needle, in: hay, from: start, last: last))
        }
        return [
            Overload("string value", returns: "int") { find($0, $1, 0, false) },
            Overload("string value", "System.StringComparison comparisonType", returns: "int") {
                find($0, $1, 0, ignoresCase($1[1]))
            },
            Overload("string value", "int startIndex", returns: "int") { value, arguments in
                guard last else { return find(value, arguments, arguments.int(1), false) }
                // Backwards from the position: what lies behind it is not looked at.
                let head = try slice(text(value), 0, min(text(value).utf16.count, max(0, arguments.int(1) + 1)))
                return find(.string(head), arguments, 0, false)
            },
            Overload("string value", "int startIndex", "System.StringComparison comparisonType", returns: "int") {
                find($0, $1, $1.int(1), ignoresCase($1[2]))
            },
            Overload("string value", "int startIndex", "int count", returns: "int") { value, arguments in
                let whole = text(value)
                let end = min(whole.utf16.count, arguments.int(1) + arguments.int(2))
                return find(.string(try slice(whole, 0, max(0, end))), arguments, arguments.int(1), false)
            },
        ]
    }

    static let instance: [Member] = [
        .property("Length", "int") { .int(Int32(clamping: text($0).utf16.count)) },
        .method("ToUpper", returns: "string") { value, _ in .string(text(value).uppercased()) },
        .method("ToLower", returns: "string") { value, _ in .string(text(value).lowercased()) },
        .method("ToUpperInvariant", returns: "string") { value, _ in .string(text(value).uppercased()) },
        .method("ToLowerInvariant", returns: "string") { value, _ in .string(text(value).lowercased()) },
        trimming("Trim", start: true, end: true), trimming("TrimStart", start: true, end: false),
        trimming("TrimEnd", start: false, end: true),
        test("StartsWith") { $0.utf8.starts(with: $1.utf8) },
        test("EndsWith") { $0.utf8.reversed().starts(with: $1.utf8.reversed()) },
        test("Contains") { index(of: $1, in: $0) >= 0 },
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
        .method(
            "Replace", "string oldValue", "string newValue", "System.StringComparison comparisonType?", returns: "string"
        ) { value, arguments in
            let old = arguments.string(0)
            if arguments.count > 2, ignoresCase(arguments[2]), !old.isEmpty {
                let regex = try RegularExpression(RegularExpression.escape(old), .ignoreCase)
                let replacement = Array(arguments.string(1).utf8)
                return .string(try RegexReplacement.replace(Array(text(value).utf8), regex) { _, result in result += replacement })
            }
            guard !old.isEmpty else {
                throw ValueError(
                    "String cannot be of zero length. (Parameter 'oldValue')", id: "ArgumentException",
                    exception: "System.ArgumentException",
                    category: "NotSpecified")
            }
            return .string(replaced(text(value), old, arguments.string(1)))
        },
        .method("IndexOf", overloads: indexing(last: false)), .method("LastIndexOf", overloads: indexing(last: true)),
        .method("IndexOfAny", "char[] anyOf", "int startIndex?", returns: "int") { value, arguments in
            let wanted = Set(arguments.list(0).flatMap { Array($0.displayText.utf16) })
            let units = Array(text(value).utf16)
            return Value.integer(units.indices.dropFirst(max(0, arguments.int(1))).first { wanted.contains(units[$0]) } ?? -1)
        },
        .method("LastIndexOfAny", "char[] anyOf", returns: "int") { value, arguments in
            let wanted = Set(arguments.list(0).flatMap { Array($0.displayText.utf16) })
            return Value.integer(Array(text(value).utf16).lastIndex { wanted.contains($0) } ?? -1)
        },
        .method("CompareTo", "string strB", returns: "int") {
            .int(Int32(clamping: Comparison.order(text($0), $1.string(0), ignoreCase: false)))
        },
        .method("Clone", returns: "object") { value, _ in value },
        .method("Normalize", "object form?", returns: "string") { value, _ in value },
        .method("IsNormalized", returns: "bool") { _, _ in .bool(true) },
        .method("GetEnumerator", returns: "System.CharEnumerator") { value, _ in
            .object(EnumeratorObject(text(value).utf16.map { .char($0) }, type: .charEnumerator))
        },
        .method("get_Chars", "int index", returns: "char") { try character(text($0), $1.int(0)) },
        .method("Chars", "int index", returns: "char") { try character(text($0), $1.int(0)) },
        .method("CopyTo", "int sourceIndex", "char[] destination", "int destinationIndex", "int count", returns: "void") {
            value, arguments in
            guard case .array(let target) = arguments[1] else { return .nothing }
            let units = Array(try slice(text(value), arguments.int(0), arguments.int(3)).utf16)
            for (place, unit) in units.enumerated() {
                guard target.elements.indices.contains(place + arguments.int(2)) else { throw outOfRange("destinationIndex") }
                target.elements[place + arguments.int(2)] = .char(unit)
            }
            return .nothing
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
            .string(arguments.list(1).map(\.roundTripText).joined(separator: arguments.string(0)))
        },
        .function("Concat", "params object[] values", returns: "string") { .string($0.list(0).map(\.roundTripText).joined()) },
        .function("Format", "string format", "params object[] args", returns: "string") {
            .string(try CompositeFormat.format($0.string(0), $0.list(1)))
        },
        .method(
            "Compare",
            overloads: [
                Overload("string strA", "string strB", "bool ignoreCase?", returns: "int") { _, arguments in
                    .int(Int32(clamping: Comparison.order(arguments.string(0), arguments.string(1), ignoreCase: arguments.bool(2))))
                },
                Overload("string strA", "string strB", "System.StringComparison comparisonType", returns: "int") { _, arguments in
                    .int(
                        Int32(clamping: Comparison.order(arguments.string(0), arguments.string(1), by: arguments.string(2))))
                },
            ]),
        .function("CompareOrdinal", "string strA", "string strB", returns: "int") { arguments in
            let (a, b) = (Array(arguments.string(0).utf16), Array(arguments.string(1).utf16))
            return .int(a == b ? 0 : a.lexicographicallyPrecedes(b) ? -1 : 1)
        },
        .method(
            "Equals",
            overloads: [
                Overload("string a", "string b", returns: "bool") { _, arguments in
                    .bool(arguments.string(0) == arguments.string(1))
                },
                Overload("string a", "string b", "System.StringComparison comparisonType", returns: "bool") { _, arguments in
                    .bool(
                        ignoresCase(arguments[2])
                            ? arguments.string(0).equalsIgnoringCase(arguments.string(1))
                            : arguments.string(0) == arguments.string(1))
                },
            ]),
        .function("Copy", "string str", returns: "string") { $0[0] },
        .function("Intern", "string str", returns: "string") { $0[0] },
    ]
}
