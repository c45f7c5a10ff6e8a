/// Replacement patterns: `$1`, `${name}`, `$&`, `` $` ``, `$'`, `$_` and `$$` (.NET's substitutions).
public enum RegexReplacement {
    /// Appends the replacement of one match to `result`.
    /// - Parameters:
    ///   - template: the replacement pattern in UTF-8.
    ///   - text: the searched text in UTF-8, to which the match's offsets refer.
    public static func expand(
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
            switch next {
            case UInt8(ascii: "$"):
                result.append(next)
                place += 2
            case UInt8(ascii: "&"):
                result += text[match.range]
                place += 2
            case UInt8(ascii: "`"):
                result += text[..<match.range.lowerBound]
                place += 2
            case UInt8(ascii: "'"):
                result += text[match.range.upperBound...]
                place += 2
            case UInt8(ascii: "_"):
                result += text
                place += 2
            case UInt8(ascii: "+"):
                if let last = match.groups.last(where: { $0 != nil }), let range = last { result += text[range] }
                place += 2
            case UInt8(ascii: "{"):
                guard let close = template[place...].firstIndex(of: UInt8(ascii: "}")) else {
                    result.append(template[place])
                    place += 1
                    continue
                }
                let name = String(decoding: template[(place + 2)..<close], as: UTF8.self)
                let number = Int(name) ?? regex.names.first { $0.name == name }?.number
                if let number, match.groups.indices.contains(number) {
                    if let range = match.groups[number] { result += text[range] }
                } else {
                    result += template[place...close]
                }
                place = close + 1
            default:
                // The longest number that a group has: `$10` is group 1 and a zero where there are fewer than ten.
                var digits = place + 1
                while digits < template.count, digits - place <= 3, (0x30...0x39).contains(template[digits]) { digits += 1 }
                var taken = false
                while digits > place + 1 {
                    if let number = Int(String(decoding: template[(place + 1)..<digits], as: UTF8.self)),
                        match.groups.indices.contains(number)
                    {
                        if let range = match.groups[number] { result += text[range] }
                        taken = true
                        break
                    }
                    digits -= 1
                }
                if taken {
                    place = digits
                } else {
                    result.append(template[place])
                    place += 1
                }
            }
        }
    }

    /// The text with its matches replaced by a template, the first `limit` of them.
    /// - Throws: `ValueError` RegexMatchTimeout if the search needs more steps than PCRE2 allows.
    public static func replace(_ text: [UInt8], _ regex: RegularExpression, _ template: String, limit: Int = .max) throws -> String
    {
        try replace(text, regex, limit: limit) { match, result in
            expand(Array(template.utf8), match, regex, text, into: &result)
        }
    }

    /// The text with its matches replaced by what `write` appends for each, the first `limit` of them.
    /// - Throws: `ValueError` RegexMatchTimeout if the search needs more steps than PCRE2 allows; what `write` throws.
    public static func replace(
        _ text: [UInt8], _ regex: RegularExpression, limit: Int = .max,
        _ write: (RegularExpression.Match, inout [UInt8]) throws -> Void
    ) throws -> String {
        var result: [UInt8] = []
        var end = 0
        for match in try regex.matches(in: text, limit: limit) {
            result += text[end..<match.range.lowerBound]
            try write(match, &result)
            end = match.range.upperBound
        }
        result += text[end...]
        return String(decoding: result, as: UTF8.self)
    }
}
