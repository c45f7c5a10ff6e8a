import Interpreter
import Values

/// System.Management.Automation.WildcardPattern: a compiled wildcard pattern.
enum WildcardPatternType {
    private struct Pattern: Sendable {
        let text: String
        let ignoresCase: Bool
    }

    private static let wildcards: Set<Character> = ["*", "?", "[", "]"]

    private static func make(_ arguments: Arguments) throws -> Value {
        let options = arguments.count > 1 ? try Conversion.integer(Conversion.convert(arguments[1], to: options)) : 0
        return .object(NativeObject(Pattern(text: arguments.string(0), ignoresCase: options & 2 != 0), type: type))
    }

    static let type: ObjectType = ObjectType(
        "System.Management.Automation.WildcardPattern", base: .object,
        members: [
            .method("IsMatch", "string input", returns: "bool") { value, arguments in
                guard let pattern = value.asObject(NativeObject<Pattern>.self)?.value else { return .bool(false) }
                return .bool(Wildcard(pattern.text, ignoreCase: pattern.ignoresCase).matches(arguments.string(0)))
            }
        ],
        statics: [
            .function("Get", "string pattern", "object options", returns: "System.Management.Automation.WildcardPattern") {
                try make($0)
            },
            .function("Escape", "string pattern", returns: "string") { arguments in
                .string(String(arguments.string(0).flatMap { wildcards.contains($0) ? ["`", $0] : [$0] }))
            },
            .function("Unescape", "string pattern", returns: "string") { arguments in
                let letters = Array(arguments.string(0))
                var result = ""
                for (place, letter) in letters.enumerated() {
                    let escapes = letter == "`" && place + 1 < letters.count && wildcards.contains(letters[place + 1])
                    if !escapes { result.append(letter) }
                }
                return .string(result)
            },
            .function("ContainsWildcardCharacters", "string pattern", returns: "bool") { arguments in
                var isEscaped = false
                for letter in arguments.string(0) {
                    if !isEscaped, wildcards.contains(letter) { return .bool(true) }
                    isEscaped = letter == "`" && !isEscaped
                }
                return .bool(false)
            },
        ],
        construct: { try make($0) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.WildcardPattern", "wildcardpattern") { WildcardPatternType.type }
}
