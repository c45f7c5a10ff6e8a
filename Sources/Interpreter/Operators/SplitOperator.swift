import Values

/// Binary -split: by a pattern or script block, with a limit and options (about_Split).
enum SplitOperator {
    static func split(_ left: Value, _ right: Value, ignoreCase: Bool, _ frame: Frame) throws -> Value {
        let operands = right.enumerated ?? [right]
        let limit = operands.count > 1 ? Int(try Conversion.int32(operands[1])) : 0
        let pattern = operands.first ?? .null
        var parts: [Value] = []
        if let block = pattern.asObject(ScriptBlock.self) {
            for element in left.enumeratedOrSelf { parts += try split(element.displayText, by: block, limit, frame) }
            return .array(ArrayObject(parts, of: .string))
        }
        let regex = try regex(pattern.displayText, operands.count > 2 ? operands[2] : .null, ignoreCase, frame)
        for element in left.enumeratedOrSelf { parts += try split(Array(element.displayText.utf8), regex, limit) }
        return .array(ArrayObject(parts, of: .string))
    }

    private static let optionNames = [
        "simplematch", "regexmatch", "cultureinvariant", "ignorepatternwhitespace", "multiline", "singleline", "ignorecase",
        "explicitcapture",
    ]

    /// Compiles the pattern with the options of the third operand: names, separated by commas.
    private static func regex(_ pattern: String, _ options: Value, _ ignoreCase: Bool, _ frame: Frame) throws -> RegularExpression {
        var wanted: RegularExpression.Options = ignoreCase ? .ignoreCase : []
        let names = options.isNull ? [] : options.displayText.lowercased().split(separator: ",").map { String($0).trimmingSpaces() }
        for name in names where !optionNames.contains(name) {
            throw ValueError(
                "Cannot convert value \"\(options.displayText)\" to type \"System.Management.Automation.SplitOptions\". The options are: "
                    + optionNames.joined(separator: ", ") + ".", id: "InvalidCastFromStringToEnumeration",
                exception: "System.Management.Automation.PSInvalidCastException", category: "InvalidArgument")
        }
        if names.contains("simplematch") {
            guard names.allSatisfy({ $0 == "simplematch" || $0 == "ignorecase" }) else {
                throw ValueError(
                    "The SimpleMatch option cannot be combined with options of regular expressions.",
                    id: "InvalidSplitOptionCombination",
                    category: "InvalidArgument")
            }
            if names.contains("ignorecase") { wanted.insert(.ignoreCase) }
            return try frame.engine.regexes.regex(RegularExpression.escape(pattern), wanted)
        }
        if names.contains("ignorecase") { wanted.insert(.ignoreCase) }
        if names.contains("multiline") { wanted.insert(.multiline) }
        if names.contains("singleline") { wanted.insert(.singleline) }
        if names.contains("ignorepatternwhitespace") { wanted.insert(.ignorePatternWhitespace) }
        if names.contains("explicitcapture") { wanted.insert(.explicitCapture) }
        return try frame.engine.regexes.regex(pattern, wanted)
    }

    /// Splits by a pattern. A positive limit leaves the last part whole, a negative one the first.
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

    /// Splits by a script block, which decides for each character in `$_` whether it is a separator.
    private static func split(_ text: String, by block: ScriptBlock, _ limit: Int, _ frame: Frame) throws -> [Value] {
        var words: [String] = [""]
        let characters = limit < 0 ? Array(text.reversed()) : Array(text)
        for (place, character) in characters.enumerated() {
            if limit != 0, words.count >= abs(limit) {
                words[words.count - 1] += String(characters[place...])
                break
            }
            let verdict = try frame.engine.invokeInline(block, current: .string(String(character)), in: frame)
            if Conversion.bool(.collapsing(verdict)) { words.append("") } else { words[words.count - 1].append(character) }
        }
        if limit < 0 { words = words.reversed().map { String($0.reversed()) } }
        return words.map { .string($0) }
    }
}
