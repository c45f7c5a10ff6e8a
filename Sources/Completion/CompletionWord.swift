import Interpreter
import Syntax
import Values

/// The word at the cursor: its value so far, and its quotes.
struct CompletionWord {
    /// The value up to the cursor, without quotes.
    var text: String
    /// The word's offset, that of its opening quote where it has one.
    var start: Int
    /// The opening quote; nil for a bare word.
    var quote: Character?

    /// The wildcard pattern of a word that contains wildcards; nil for others.
    private var pattern: Wildcard? {
        text.contains { "*?[".contains($0) } ? Wildcard(text.hasSuffix("*") ? text : text + "*") : nil
    }

    /// Whether a name starts with the word, or matches its pattern.
    func matches(_ name: String) -> Bool { pattern.map { $0.matches(name) } ?? name.hasPrefixIgnoringCase(text) }

    /// A value in the word's own quotes, or in single quotes where a bare word could not express it.
    func quoted(_ value: String) -> String {
        switch quote {
        case "\""?: return "\"" + Quoting.inDoubleQuotes(value) + "\""
        case .some: return Quoting.inSingleQuotes(value)
        case nil: return Quoting.word(value)
        }
    }

    /// A candidate for a value, quoted as the word is.
    func candidate(
        _ value: String, label: String? = nil, detail: String = "", kind: CompletionResult.Kind = .parameterValue
    ) -> CompletionResult.Candidate {
        CompletionResult.Candidate(
            quoted(value), label: label ?? value, detail: detail.isEmpty ? label ?? value : detail, kind: kind)
    }
}

/// Quoting of words so that the parser reads the same text back (about_Quoting_Rules).
public enum Quoting {
    /// The text, in single quotes where it is no plain word. Typographic quotes end a string as well and are doubled too.
    public static func word(_ text: String) -> String { isPlain(text) ? text : inSingleQuotes(text) }

    /// Whether the text can stand as a bare word.
    static func isPlain(_ text: String) -> Bool {
        let special = " \t\r\n'\"`$(){};,|&<>‘’‚‛“”„[]"
        guard let first = text.first, text.allSatisfy({ !special.contains($0) && !$0.isWhitespace }) else { return false }
        if first == "~" { return text == "~" || text.hasPrefix("~/") || text.hasPrefix("~\\") }
        return !"#@-–—―".contains(first)
    }

    static func inSingleQuotes(_ text: String) -> String {
        "'" + text.reduce(into: "") { $0 += "'‘’‚‛".contains($1) ? String([$1, $1]) : String($1) } + "'"
    }

    static func inDoubleQuotes(_ text: String) -> String {
        text.reduce(into: "") { $0 += "\"`$“”„".contains($1) ? "`" + String($1) : String($1) }
    }

    /// The value of a word that is quoted, or that starts with a quote.
    static func unquoted(_ word: String) -> String {
        guard let quote = word.first, "'\"‘’“”".contains(quote) else { return word }
        var inner = word.dropFirst()
        if inner.last == quote { inner.removeLast() }
        return String(inner).replacing("''", with: "'")
    }
}
