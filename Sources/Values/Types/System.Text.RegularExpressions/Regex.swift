/// System.Text.RegularExpressions.Regex.
public final class RegexObject: Object {
    /// The compiled expression.
    public let regex: RegularExpression
    /// The expression as the script wrote it.
    public let pattern: String
    let options: Int64

    /// Compiles an expression.
    /// - Parameter options: flags of System.Text.RegularExpressions.RegexOptions.
    /// - Throws: `ValueError` with PCRE2's message if the pattern is malformed.
    public init(_ pattern: String, options: Int64 = 0) throws {
        regex = try RegularExpression(pattern, RegexType.options(options))
        self.pattern = pattern
        self.options = options
        super.init()
    }

    public override var type: ObjectType { RegexType.type }
    public override var stringForm: String? { pattern }
}

enum RegexType {
    static func options(_ raw: Int64) -> RegularExpression.Options {
        var options: RegularExpression.Options = []
        if raw & 1 != 0 { options.insert(.ignoreCase) }
        if raw & 2 != 0 { options.insert(.multiline) }
        if raw & 4 != 0 { options.insert(.explicitCapture) }
        if raw & 16 != 0 { options.insert(.singleline) }
        if raw & 32 != 0 { options.insert(.ignorePatternWhitespace) }
        return options
    }

    private static func raw(_ value: Value) throws -> Int64 {
        value.isNull ? 0 : try Conversion.integer(try Conversion.convert(value, to: .regexOptions))
    }

    private static func own(_ value: Value) throws -> RegularExpression {
        guard let regex = value.asObject(RegexObject.self)?.regex else { throw StringMembers.outOfRange("regex") }
        return regex
    }

    /// A static method's expression: pattern behind the input, options last.
    private static func made(_ arguments: Arguments, options place: Int) throws -> RegularExpression {
        try RegularExpression(arguments.string(1), options(try raw(arguments[place])))
    }

    private static func bytes(_ arguments: Arguments) -> [UInt8] { Array(arguments.string(0).utf8) }

    private static func first(_ text: [UInt8], _ regex: RegularExpression) throws -> Value {
        .object(MatchObject(try regex.firstMatch(in: text), regex, text))
    }

    private static func all(_ text: [UInt8], _ regex: RegularExpression) throws -> Value {
        .object(ListObject(try regex.matches(in: text).map { .object(MatchObject($0, regex, text)) }, type: MatchType.matches))
    }

    private static func split(_ text: [UInt8], _ regex: RegularExpression, limit: Int) throws -> Value {
        var parts: [Value] = []
        var end = 0
        for match in try regex.matches(in: text, limit: limit > 0 ? limit - 1 : .max) {
            parts.append(.string(String(decoding: text[end..<match.range.lowerBound], as: UTF8.self)))
            for case let range? in match.groups.dropFirst() { parts.append(.string(String(decoding: text[range], as: UTF8.self))) }
            end = match.range.upperBound
        }
        parts.append(.string(String(decoding: text[end...], as: UTF8.self)))
        return .array(ArrayObject(parts, of: .string))
    }

    static let type = ObjectType(
        "System.Text.RegularExpressions.Regex", base: .object,
        members: [
            .property("Options", "System.Text.RegularExpressions.RegexOptions") {
                .object(EnumObject(.regexOptions, rawValue: $0.asObject(RegexObject.self)?.options ?? 0))
            },
            .method("IsMatch", "string input", returns: "bool") { .bool(try own($0).firstMatch(in: $1.string(0)) != nil) },
            .method("Match", "string input", "int startat?", returns: "System.Text.RegularExpressions.Match") { value, arguments in
                let regex = try own(value)
                let text = bytes(arguments)
                let start =
                    arguments.count > 1
                    ? String(decoding: Array(arguments.string(0).utf16.prefix(max(0, arguments.int(1)))), as: UTF16.self).utf8.count
                    : 0
                return .object(MatchObject(try regex.firstMatch(in: text, from: start), regex, text))
            },
            .method("Matches", "string input", returns: MatchType.matches.name) { try all(bytes($1), try own($0)) },
            .method("Replace", "string input", "string replacement", "int count?", returns: "string") { value, arguments in
                let limit = arguments.count > 2 ? max(0, arguments.int(2)) : Int.max
                return .string(try RegexReplacement.replace(bytes(arguments), try own(value), arguments.string(1), limit: limit))
            },
            .method("Split", "string input", "int count?", returns: "string[]") { value, arguments in
                try split(bytes(arguments), try own(value), limit: arguments.int(1))
            },
            .method("GetGroupNames", returns: "string[]") { value, _ in
                let regex = try own(value)
                return .array(
                    (0..<regex.groupCount).map { number in
                        .string(regex.names.first { $0.number == number }?.name ?? String(number))
                    })
            },
            .method("GetGroupNumbers", returns: "int[]") { value, _ in
                .array((0..<(try own(value).groupCount)).map { Value.integer($0) })
            },
            .method("GroupNameFromNumber", "int i", returns: "string") { value, arguments in
                let number = arguments.int(0)
                return .string(try own(value).names.first { $0.number == number }?.name ?? String(number))
            },
        ],
        statics: [
            .function("Escape", "string str", returns: "string") { .string(RegularExpression.escape($0.string(0))) },
            .function("Unescape", "string str", returns: "string") { .string(unescape($0.string(0))) },
            .function("IsMatch", "string input", "string pattern", "object options?", returns: "bool") {
                .bool(try made($0, options: 2).firstMatch(in: $0.string(0)) != nil)
            },
            .function("Match", "string input", "string pattern", "object options?", returns: "System.Text.RegularExpressions.Match")
            {
                try first(bytes($0), try made($0, options: 2))
            },
            .function("Matches", "string input", "string pattern", "object options?", returns: MatchType.matches.name) {
                try all(bytes($0), try made($0, options: 2))
            },
            .function("Replace", "string input", "string pattern", "string replacement", "object options?", returns: "string") {
                .string(try RegexReplacement.replace(bytes($0), try made($0, options: 3), $0.string(2)))
            },
            .function("Split", "string input", "string pattern", "object options?", returns: "string[]") {
                try split(bytes($0), try made($0, options: 2), limit: 0)
            },
        ],
        construct: { .object(try RegexObject($0.string(0), options: try raw($0[1]))) },
        convert: { .object(try RegexObject($0.displayText)) })

    private static func unescape(_ text: String) -> String {
        var plain = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            guard character == "\\", let next = rest.popFirst() else {
                plain.append(character)
                continue
            }
            switch next {
            case "n": plain.append("\n")
            case "t": plain.append("\t")
            case "r": plain.append("\r")
            default: plain.append(next)
            }
        }
        return plain
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Text.RegularExpressions.Regex", "regex") { RegexType.type }
}
