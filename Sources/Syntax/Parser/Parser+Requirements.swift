import SourceText

/// Collects what the `#requires` comments demand.
struct RequirementsBuilder {
    var version: String?
    var editions: [String] = []
    var modules: [String] = []
    var needsAdministrator = false
    var span: SourceSpan?

    func build() -> ScriptRequirements? {
        span.map {
            ScriptRequirements(
                version: version, editions: editions, modules: modules, needsAdministrator: needsAdministrator, span: $0
            )
        }
    }
}

extension Parser {
    /// Reads a line comment as a `#requires` statement if it is one.
    mutating func noteRequirements(in comment: SourceSpan) {
        let start = Int(comment.start)
        guard comment.end - comment.start > 10, lowercasedText(from: start, to: start + 9) == "#requires"
        else { return }
        // `#requiresX` is an error: as a plain comment, it would silently demand nothing.
        guard spaceLength(at: start + 9) > 0 else {
            if identifierLength(at: start + 9) > 0 { report(.requiresInvalid(file.text(of: comment)), comment) }
            return
        }
        requirements.span = requirements.span?.union(comment) ?? comment
        let words = Self.words(of: file.text(of: comment).dropFirst(9))
        var index = 0
        while index < words.count {
            let word = words[index].lowercased()
            index += 1
            var values: [String] = []
            while index < words.count, !Self.beginsWithDash(words[index]) {
                values.append(words[index])
                index += 1
            }
            let name = word.dropFirst()
            if !Self.beginsWithDash(word) || name.isEmpty {
                report(.requiresInvalid(word), comment)
            } else if "version".hasPrefix(name) {
                requirements.version = values.first
                let parts = (values.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
                if !(1...4).contains(parts.count) || parts.contains(where: { UInt16($0) == nil }) {
                    report(.requiresInvalid(word), comment)
                }
            } else if "psedition".hasPrefix(name) {
                requirements.editions += values
            } else if "modules".hasPrefix(name) {
                requirements.modules += values
            } else if "runasadministrator".hasPrefix(name) {
                requirements.needsAdministrator = true
            } else if "assembly".hasPrefix(name) || "pssnapin".hasPrefix(name) || "shellid".hasPrefix(name) {
                continue
            } else {
                report(.requiresInvalid(word), comment)
            }
        }
    }

    private static func beginsWithDash(_ word: String) -> Bool {
        guard let first = word.unicodeScalars.first else { return false }
        return first == "-" || ("\u{2013}"..."\u{2015}").contains(first)
    }

    /// Splits at white space and commas. Quotes protect both and are dropped; module specifications `@{ … }` stay as they are.
    private static func words(of text: Substring) -> [String] {
        var words: [String] = []
        var word = ""
        var quote: Character?
        var depth = 0
        func end() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for character in text {
            if let open = quote {
                if character == open { quote = nil }
                if character != open || depth > 0 { word.append(character) }
            } else if character == "'" || character == "\"" {
                quote = character
                if depth > 0 { word.append(character) }
            } else if depth == 0, character.isWhitespace || character == "," {
                end()
            } else {
                if character == "{" { depth += 1 }
                if character == "}" { depth -= 1 }
                word.append(character)
            }
        }
        end()
        return words
    }
}
