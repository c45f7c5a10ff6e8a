import Values

/// Patterns that were compiled, the latest few kept: a pipeline matches the same one for every object.
public final class RegexCache {
    private struct Key: Hashable {
        let pattern: String
        let options: UInt8
    }
    private var cache: [Key: RegularExpression] = [:]
    private var order: [Key] = []
    private static let limit = 64

    public init() {}

    public func regex(_ pattern: String, _ options: RegularExpression.Options) throws -> RegularExpression {
        let key = Key(pattern: pattern, options: options.rawValue)
        if let known = cache[key] { return known }
        let made = try RegularExpression(pattern, options)
        if order.count >= Self.limit { cache[order.removeFirst()] = nil }
        cache[key] = made
        order.append(key)
        return made
    }
}

/// -match and -notmatch.
package enum MatchOperator {
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

    /// `$Matches`: groups by number, or by name where they have one.
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

/// -replace.
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
        var result: [UInt8] = []
        var end = 0
        let block = replacement.asObject(ScriptBlock.self)
        let template = Array(replacement.displayText.utf8)
        for match in try regex.matches(in: bytes) {
            result += bytes[end..<match.range.lowerBound]
            if let block {
                let matched = MatchObject.make(match, regex, bytes)
                let values = try frame.engine.invoke(block, current: matched, in: frame)
                result += Array(Value.collapsing(values).displayText.utf8)
            } else {
                expand(template, match, regex, bytes, into: &result)
            }
            end = match.range.upperBound
        }
        result += bytes[end...]
        return String(decoding: result, as: UTF8.self)
    }

    /// Puts `$1`, `${name}`, `$&` and `$$` in.
    static func expand(
        _ template: [UInt8], _ match: RegularExpression.Match, _ regex: RegularExpression, _ text: [UInt8],
        into result: inout [UInt8]
    ) {
        var place = 0
        while place < template.count {
            guard template[place] == UInt8(ascii: "$"), place + 1 < template.count else {
                result.append(template[place])
                place += 1
                continue
            }
            let next = template[place + 1]
            if next == UInt8(ascii: "$") {
                result.append(next)
                place += 2
            } else if next == UInt8(ascii: "&") {
                result += text[match.range]
                place += 2
            } else if next == UInt8(ascii: "{"), let close = template[place...].firstIndex(of: UInt8(ascii: "}")) {
                let name = String(decoding: template[(place + 2)..<close], as: UTF8.self)
                let number = Int(name) ?? regex.names.first { $0.name == name }?.number
                if let number, match.groups.indices.contains(number) {
                    if let range = match.groups[number] { result += text[range] }
                } else {
                    result += template[place...close]
                }
                place = close + 1
            } else {
                var digits = place + 1
                while digits < template.count, digits - place <= 3, (0x30...0x39).contains(template[digits]) { digits += 1 }
                if digits > place + 1, let number = Int(String(decoding: template[(place + 1)..<digits], as: UTF8.self)),
                    match.groups.indices.contains(number)
                {
                    if let range = match.groups[number] { result += text[range] }
                    place = digits
                } else {
                    result.append(template[place])
                    place += 1
                }
            }
        }
    }
}

/// Binary -split: pattern, optional limit and options.
enum SplitOperator {
    static func split(_ left: Value, _ right: Value, ignoreCase: Bool, _ frame: Frame) throws -> Value {
        let operands = right.enumerated ?? [right]
        let limit = operands.count > 1 ? Int(try Conversion.int32(operands[1])) : 0
        var parts: [Value] = []
        let simple = operands.count > 2 && operands[2].displayText.lowercased().contains("simplematch")
        let block = operands.first?.asObject(ScriptBlock.self)
        for element in left.enumeratedOrSelf {
            let text = element.displayText
            if let block {
                parts += try split(text, by: block, frame)
                continue
            }
            let pattern = operands.first?.displayText ?? ""
            let regex = try frame.engine.regexes.regex(
                simple ? RegularExpression.escape(pattern) : pattern, ignoreCase ? .ignoreCase : [])
            parts += try split(Array(text.utf8), regex, limit)
        }
        return .array(parts)
    }

    private static func split(_ text: [UInt8], _ regex: RegularExpression, _ limit: Int) throws -> [Value] {
        var matches = try regex.matches(in: text)
        if limit > 0, matches.count > limit - 1 { matches = Array(matches.prefix(limit - 1)) }
        if limit < 0, matches.count > -limit - 1 { matches = Array(matches.suffix(max(0, -limit - 1))) }
        var parts: [Value] = []
        var end = 0
        for match in matches {
            parts.append(.string(String(decoding: text[end..<match.range.lowerBound], as: UTF8.self)))
            for group in match.groups.dropFirst() {
                if let group { parts.append(.string(String(decoding: text[group], as: UTF8.self))) }
            }
            end = match.range.upperBound
        }
        parts.append(.string(String(decoding: text[end...], as: UTF8.self)))
        return parts
    }

    private static func split(_ text: String, by block: ScriptBlock, _ frame: Frame) throws -> [Value] {
        var parts: [Value] = []
        var word = ""
        for character in text {
            let verdict = try frame.engine.invoke(block, current: .string(String(character)), in: frame)
            if Conversion.bool(.collapsing(verdict)) {
                parts.append(.string(word))
                word = ""
            } else {
                word.append(character)
            }
        }
        return parts + [.string(word)]
    }
}

/// System.Text.RegularExpressions.Match, as script blocks of -replace see it.
package enum MatchObject {
    package static func make(_ match: RegularExpression.Match, _ regex: RegularExpression, _ text: [UInt8]) -> Value {
        let groups = match.groups.enumerated().map { number, range -> Value in
            let content = range.map { String(decoding: text[$0], as: UTF8.self) } ?? ""
            return .object(
                CustomObject(
                    [
                        ("Value", .string(content)), ("Success", .bool(range != nil)),
                        ("Name", .string(regex.names.first { $0.number == number }?.name ?? String(number))),
                        ("Length", Value.integer(content.utf16.count)),
                    ], typeNames: ["System.Text.RegularExpressions.Group"]))
        }
        let whole = String(decoding: text[match.range], as: UTF8.self)
        let before = String(decoding: text[..<match.range.lowerBound], as: UTF8.self)
        return .object(
            CustomObject(
                [
                    ("Groups", .array(groups)), ("Success", .bool(true)), ("Value", .string(whole)),
                    ("Index", Value.integer(before.utf16.count)),
                    ("Length", Value.integer(whole.utf16.count)),
                ], typeNames: ["System.Text.RegularExpressions.Match"]))
    }
}
