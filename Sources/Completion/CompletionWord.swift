import Interpreter
import Syntax
import Values

/// The word at the cursor: what it stands for so far, and how it was quoted.
struct CompletionWord {
    /// Without its quotes, up to the cursor.
    var text: String
    /// Where it begins, its opening quote included.
    var start: Int
    var quote: Character?

    /// A pattern that completed words match: wildcards in the word count.
    private var pattern: Wildcard? {
        text.contains { "*?[".contains($0) } ? Wildcard(text.hasSuffix("*") ? text : text + "*") : nil
    }

    func matches(_ name: String) -> Bool { pattern.map { $0.matches(name) } ?? name.hasPrefixIgnoringCase(text) }

    /// A value in the word's own quotes, or in single ones where it needs some.
    func quoted(_ value: String) -> String {
        switch quote {
        case "\""?: return "\"" + Quoting.inDoubleQuotes(value) + "\""
        case .some: return Quoting.inSingleQuotes(value)
        case nil: return Quoting.word(value)
        }
    }

    func candidate(
        _ value: String, label: String? = nil, detail: String = "", kind: CompletionResult.Kind = .parameterValue
    ) -> CompletionResult.Candidate {
        CompletionResult.Candidate(
            quoted(value), label: label ?? value, detail: detail.isEmpty ? label ?? value : detail, kind: kind)
    }
}

/// Words as the language reads them back.
public enum Quoting {
    /// The text in single quotes where it holds anything but plain characters. Curly quotes count as quotes, and so they are doubled too.
    public static func word(_ text: String) -> String { isPlain(text) ? text : inSingleQuotes(text) }

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

    /// What a word that may be quoted, or begun with a quote, stands for.
    static func unquoted(_ word: String) -> String {
        guard let quote = word.first, "'\"‘’“”".contains(quote) else { return word }
        var inner = word.dropFirst()
        if inner.last == quote { inner.removeLast() }
        return String(inner).replacing("''", with: "'")
    }
}
