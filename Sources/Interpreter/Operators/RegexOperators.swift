import Values

/// Compiled regular expressions, the latest 64: a pipeline uses the same one for every object.
public final class RegexCache {
    private struct Key: Hashable {
        let pattern: String
        let options: UInt8
    }
    private var cache: [Key: RegularExpression] = [:]
    private var order: [Key] = []
    private static let limit = 64
    /// The pattern used last, which a pipeline uses again.
    private var latest: (key: Key, regex: RegularExpression)?

    /// Makes an empty cache.
    public init() {}

    /// The compiled pattern.
    /// - Throws: `ValueError` for an invalid pattern.
    public func regex(_ pattern: String, _ options: RegularExpression.Options) throws -> RegularExpression {
        let key = Key(pattern: pattern, options: options.rawValue)
        if let latest, latest.key == key { return latest.regex }
        if let known = cache[key] {
            latest = (key, known)
            return known
        }
        let made = try RegularExpression(pattern, options)
        if order.count >= Self.limit { cache[order.removeFirst()] = nil }
        cache[key] = made
        order.append(key)
        return made
    }
}

/// -match and -notmatch (about_Comparison_Operators).
package enum MatchOperator {
    /// Whether a value matches a pattern, which sets `$Matches`; for a collection, its elements that match.
    /// - Throws: `ValueError` for an invalid pattern, or where `$Matches` cannot be set.
    package static func match(_ left: Value, _ right: Value, ignoreCase: Bool, negated: Bool, _ frame: Frame) throws -> Value {
        let regex = try frame.engine.regexes.regex(right.displayText, ignoreCase ? .ignoreCase : [])
        if let elements = left.enumerated, case .array = left {
            return .array(try elements.filter { (try regex.firstMatch(in: $0.displayText) != nil) != negated })
        }
        let text = left.displayText
        guard let match = try regex.firstMatch(in: text) else { return .bool(negated) }
        try frame.scope.set("Matches", .object(table(match, regex, Array(text.utf8))))
        return .bool(!negated)
    }

    /// `$Matches`: the matched groups by name where they have one, else by number.
    static func table(_ match: RegularExpression.Match, _ regex: RegularExpression, _ text: [UInt8]) -> HashtableObject {
        let table = HashtableObject()
        for (number, range) in match.groups.enumerated() {
            guard let range else { continue }
            let key: Value = regex.names.first { $0.number == number }.map { .string($0.name) } ?? Value.integer(number)
            table[key] = .string(String(decoding: text[range], as: UTF8.self))
        }
        return table
    }
}

/// -replace, with a string or a script block as the replacement (about_Comparison_Operators).
enum ReplaceOperator {
    static func replace(_ left: Value, _ right: Value, ignoreCase: Bool, _ frame: Frame) throws -> Value {
        let operands = right.enumerated ?? [right]
        let regex = try frame.engine.regexes.regex(operands.first?.displayText ?? "", ignoreCase ? .ignoreCase : [])
        let replacement = operands.count > 1 ? operands[1] : .string("")
        let one = { (value: Value) in Value.string(try replaced(value.displayText, regex, replacement, frame)) }
        if let elements = left.enumerated, case .array = left { return .array(try elements.map(one)) }
        return try one(left)
    }

    static func replaced(_ text: String, _ regex: RegularExpression, _ replacement: Value, _ frame: Frame) throws -> String {
        let bytes = Array(text.utf8)
        guard let block = replacement.asObject(ScriptBlock.self) else {
            return try RegexReplacement.replace(bytes, regex, replacement.displayText)
        }
        return try RegexReplacement.replace(bytes, regex) { match, result in
            let values = try frame.engine.invoke(block, current: .object(MatchObject(match, regex, bytes)), in: frame)
            result += Array(Value.collapsing(values).displayText.utf8)
        }
    }
}
