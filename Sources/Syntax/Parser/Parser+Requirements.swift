import SourceText

/// Gathers `#requires` comments.
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
    /// Reads a line comment as a `#requires` line, where it is one.
    mutating func noteRequirements(in comment: SourceSpan) {
        let start = Int(comment.start)
        guard comment.end - comment.start > 10, lowercasedText(from: start, to: start + 9) == "#requires",
            spaceLength(at: start + 9) > 0
        else { return }
        requirements.span = requirements.span?.union(comment) ?? comment
        let words = file.text(of: comment).dropFirst(9).split(whereSeparator: \.isWhitespace)
        var index = 0
        while index < words.count {
            let word = words[index].lowercased()
            index += 1
            var values: [String] = []
            while index < words.count, words[index].first != "-" {
                values += words[index].split(separator: ",").map { String($0.filter { $0 != "'" && $0 != "\"" }) }
                index += 1
            }
            let name = word.dropFirst()
            if word.first != "-" || name.isEmpty {
                report(.requiresInvalid(word), comment)
            } else if "version".hasPrefix(name) {
                requirements.version = values.first
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
}
