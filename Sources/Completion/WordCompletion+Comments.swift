import Interpreter
import SourceText
import Syntax
import Values

/// Comments: `#requires`, history behind `#`, the keywords of comment-based help (about_Requires, about_Comment_Based_Help).
extension WordCompletion {
    private static let helpKeywords: [(name: String, repeats: Bool, hasArgument: Bool)] = [
        ("COMPONENT", false, false), ("DESCRIPTION", false, false), ("EXAMPLE", true, false), ("EXTERNALHELP", false, true),
        ("FORWARDHELPCATEGORY", false, true), ("FORWARDHELPTARGETNAME", false, true), ("FUNCTIONALITY", false, false),
        ("INPUTS", true, false), ("LINK", true, false), ("NOTES", false, false), ("OUTPUTS", true, false),
        ("PARAMETER", true, true),
        ("REMOTEHELPRUNSPACE", false, true), ("ROLE", false, false), ("SYNOPSIS", false, false),
    ]

    /// Completes inside a comment.
    func comments(_ comment: OpenDelimiters.Comment) -> CompletionResult {
        switch comment {
        case .line(let start):
            let written = text.text(from: start)
            if written.lowercased().hasPrefix("#requires ") { return requirements(written, start) }
            return history(String(written.dropFirst()), start)
        case .block(let start): return help(start)
        }
    }

    private func history(_ wanted: String, _ start: Int) -> CompletionResult {
        // `#` alone lists the whole history, `#3` the entry of that id, `#text` the entries that contain the text.
        let entries = engine.history.reversed().filter { entry in
            wanted.isEmpty || Int(wanted) == entry.id || entry.commandLine.lowercased().contains(wanted.lowercased())
        }
        var seen: Set<String> = []
        return result(
            start, entries.map(\.commandLine).filter { seen.insert($0).inserted }.map { Candidate($0, kind: .history) })
    }

    // MARK: #requires

    private static let requirementParameters = ["Modules", "PSEdition", "RunAsAdministrator", "Version"]

    private func requirements(_ written: String, _ start: Int) -> CompletionResult {
        let words = written.split(separator: " ").map(String.init)
        let endsInSpace = written.last == " "
        let last = endsInSpace ? "" : words.last ?? ""
        let begin = text.cursor - last.utf8.count
        let parameters = words.dropFirst().dropLast(endsInSpace ? 0 : 1).filter { $0.hasPrefix("-") }.map {
            $0.dropFirst().lowercased()
        }
        if parameters.contains("runasadministrator") { return .none }
        if last.hasPrefix("-") {
            let wanted = String(last.dropFirst())
            let free = Self.requirementParameters.filter { name in
                !parameters.contains(name.lowercased()) && name.hasPrefixIgnoringCase(wanted)
                    && !(name == "RunAsAdministrator" && !parameters.isEmpty)
            }
            return result(begin + 1, free.map { Candidate($0, kind: .parameterName) })
        }
        switch parameters.last {
        case "psedition"?:
            return result(
                begin, ["Core", "Desktop"].filter { $0.hasPrefixIgnoringCase(last) }.map { Candidate($0, kind: .parameterValue) })
        case "modules"?: return requiredModules(written)
        default: return .none
        }
    }

    private func requiredModules(_ written: String) -> CompletionResult {
        let open = written.lastIndex(of: "{")
        if let open, written[open...].firstIndex(of: "}") == nil {
            let inner = String(written[written.index(after: open)...])
            let entry = inner.split(separator: ";", omittingEmptySubsequences: false).last.map(String.init) ?? ""
            guard let equals = entry.firstIndex(of: "=") else {
                let key = String(entry.drop { $0 == " " })
                return result(text.cursor - key.utf8.count, moduleKeys(key, inner))
            }
            guard entry.lowercased().contains("modulename") else { return .none }
            return requiredModule(String(entry[entry.index(after: equals)...].drop { $0 == " " }))
        }
        let word = written.split(omittingEmptySubsequences: false) { $0 == " " || $0 == "," }.last.map(String.init) ?? ""
        return requiredModule(word)
    }

    private func requiredModule(_ written: String) -> CompletionResult {
        let quote = written.first.flatMap { "'\"".contains($0) ? $0 : nil }
        let word = CompletionWord(
            text: String(written.dropFirst(quote == nil ? 0 : 1)), start: text.cursor - written.utf8.count, quote: nil)
        return result(word.start + (quote == nil ? 0 : 1), modules(word))
    }

    // MARK: Help

    private func help(_ start: Int) -> CompletionResult {
        let line = String(text.line.drop { $0 == " " || $0 == "\t" || $0 == "#" || $0 == "<" })
        guard line.hasPrefix(".") else { return .none }
        let words = line.dropFirst().split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let keyword = words.first ?? ""
        guard words.count == 2 else {
            let written = text.text(from: start).uppercased().split(separator: "\n").dropLast().compactMap { line -> String? in
                let trimmed = line.drop { " \t#<".contains($0) }
                return trimmed.hasPrefix(".") ? String(trimmed.dropFirst().prefix { $0.isLetter }) : nil
            }
            let free = Self.helpKeywords.filter {
                $0.name.hasPrefixIgnoringCase(keyword) && ($0.repeats || !written.contains($0.name))
            }
            return result(text.cursor - keyword.utf8.count, free.map { Candidate($0.name, kind: .keyword) })
        }
        let argument = String(words[1].drop { $0 == " " })
        let word = CompletionWord(text: argument, start: text.cursor - argument.utf8.count, quote: nil)
        switch keyword.uppercased() {
        case "FORWARDHELPTARGETNAME": return result(word.start, commandCandidates(word))
        case "FORWARDHELPCATEGORY":
            let kinds = [
                "Alias", "All", "Cmdlet", "ExternalScript", "FAQ", "Filter", "Function", "General", "Glossary", "HelpFile",
            ]
            return result(word.start, kinds.filter { word.matches($0) }.map { Candidate($0, kind: .parameterValue) })
        case "REMOTEHELPRUNSPACE":
            let names = engine.visibleVariables.map(\.name).filter { word.matches($0) }
            return result(word.start, names.map { Candidate($0, kind: .variable) })
        case "EXTERNALHELP":
            return result(word.start, paths(word).filter { $0.kind == .container || $0.label.lowercased().hasSuffix(".xml") })
        case "PARAMETER": return result(word.start, helpParameters(word, start))
        default: return .none
        }
    }

    /// The parameters of the block that the help comment belongs to, without those it already describes.
    private func helpParameters(_ word: CompletionWord, _ start: Int) -> [Candidate] {
        // The comment is closed here, so that the code behind it parses and tells which block it belongs to.
        let closed = text.before + Array("\n#>".utf8)
        let rest = Array(String(decoding: text.whole[text.cursor...], as: UTF8.self).utf8)
        let end = rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? 0
        let behind = Array(rest[end...])
        let whole = SyntaxIndex(Parser.parse(.init(text: String(decoding: closed + behind, as: UTF8.self))).script)
        let lines = behind.prefix { $0 <= 0x20 }.filter { $0 == UInt8(ascii: "\n") }.count
        let offset = UInt32(clamping: start)
        let following = whole.nodes.compactMap { node -> FunctionDefinition? in
            if case .statement(.function(let function)) = node.content, function.span.start >= offset { return function }
            return nil
        }.first
        let around = whole.nodes.compactMap { node -> ScriptBlockSyntax? in
            if case .script(let block) = node.content, block.span.start <= offset, offset < block.span.end { return block }
            return nil
        }.last
        let isNext =
            following.map { function in
                String(decoding: behind, as: UTF8.self).drop { $0.isWhitespace }.lowercased().hasPrefix("function")
                    && lines <= 2 && function.span.start >= offset
            } ?? false
        let parameters = (isNext ? following?.body.parameters : around?.parameters) ?? []
        let described = text.text(from: start).lowercased()
        return parameters.map(\.name).filter { name in
            word.matches(name) && !described.split(separator: "\n").dropLast().contains { $0.hasSuffix(" " + name.lowercased()) }
        }.map { Candidate($0, kind: .parameterValue) }
    }
}
