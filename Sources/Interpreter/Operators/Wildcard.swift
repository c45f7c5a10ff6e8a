/// A wildcard pattern: `*`, `?`, `[abc]`, `[a-z]`, with the backtick as escape (about_Wildcards).
public struct Wildcard: Sendable {
    private enum Part: Sendable {
        case any, one
        case literal(Character)
        case set([ClosedRange<Character>])
    }
    private let parts: [Part]
    private let ignoreCase: Bool

    /// Compiles a pattern.
    public init(_ pattern: String, ignoreCase: Bool = true) {
        self.ignoreCase = ignoreCase
        var parts: [Part] = []
        let characters = Array(ignoreCase ? pattern.lowercased() : pattern)
        var place = 0
        while place < characters.count {
            let character = characters[place]
            switch character {
            case "*": if case .any? = parts.last {} else { parts.append(.any) }
            case "?": parts.append(.one)
            case "`" where place + 1 < characters.count:
                place += 1
                parts.append(.literal(characters[place]))
            case "[":
                if let (set, end) = Self.set(characters, from: place + 1) {
                    parts.append(.set(set))
                    place = end
                } else {
                    parts.append(.literal("["))
                }
            default: parts.append(.literal(character))
            }
            place += 1
        }
        self.parts = parts
    }

    private static func set(_ characters: [Character], from start: Int) -> ([ClosedRange<Character>], Int)? {
        var ranges: [ClosedRange<Character>] = []
        var place = start
        while place < characters.count {
            if characters[place] == "]", place > start { return (ranges, place) }
            if place + 2 < characters.count, characters[place + 1] == "-", characters[place + 2] != "]" {
                let (low, high) = (characters[place], characters[place + 2])
                ranges.append(min(low, high)...max(low, high))
                place += 3
            } else {
                ranges.append(characters[place]...characters[place])
                place += 1
            }
        }
        return nil
    }

    /// Whether a text contains a wildcard character that is not escaped.
    public static func isPattern(_ text: String) -> Bool {
        var isEscaped = false
        for character in text {
            if !isEscaped, character == "*" || character == "?" || character == "[" { return true }
            isEscaped = character == "`" && !isEscaped
        }
        return false
    }

    /// Whether a text matches. Only the last `*` is extended on a mismatch, so that the steps are at most the product of both lengths.
    public func matches(_ text: String) -> Bool {
        let characters = Array(ignoreCase ? text.lowercased() : text)
        var place = 0
        var part = 0
        var star: (part: Int, place: Int)?
        while place < characters.count {
            if part < parts.count, case .any = parts[part] {
                star = (part, place)
                part += 1
            } else if part < parts.count, accepts(parts[part], characters[place]) {
                part += 1
                place += 1
            } else if let last = star {
                star = (last.part, last.place + 1)
                part = last.part + 1
                place = last.place + 1
            } else {
                return false
            }
        }
        return parts[part...].allSatisfy { if case .any = $0 { true } else { false } }
    }

    private func accepts(_ part: Part, _ character: Character) -> Bool {
        switch part {
        case .any, .one: true
        case .literal(let literal): literal == character
        case .set(let ranges): ranges.contains { $0.contains(character) }
        }
    }
}

extension Wildcard {
    /// A path without its escapes: backticks before wildcard characters are removed.
    public static func unescaped(_ text: String) -> String {
        guard text.contains("`") else { return text }
        var plain = ""
        var isEscaped = false
        for character in text {
            if character == "`", !isEscaped {
                isEscaped = true
                continue
            }
            if isEscaped, !"*?[]`".contains(character) { plain.append("`") }
            isEscaped = false
            plain.append(character)
        }
        return isEscaped ? plain + "`" : plain
    }

    /// A pattern that matches a text only.
    public static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "*?[]`".contains(character) { escaped.append("`") }
            escaped.append(character)
        }
        return escaped
    }
}
