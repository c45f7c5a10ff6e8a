import CmdletKit
import Interpreter
import SourceText
import Syntax
import Values

/// Names of commands.
extension WordCompletion {
    /// Completes a command's name: commands, and paths of programs and scripts.
    func commandNames(_ word: CompletionWord, _ command: CommandSyntax, _ path: [SyntaxIndex.Node]) -> CompletionResult {
        var word = word
        if command.invocation == .none, word.quote == nil, word.text.hasPrefix("-") { return fallback() }
        if command.invocation == .none, word.quote != nil, text.open.quote == nil { word.quote = nil }
        if let inSwitch = switchAround(path) {
            let names = boundParameterNames(word, inSwitch)
            if !names.isEmpty { return result(word.start, names) }
        }
        let files = commandPaths(word, isCalled: command.invocation != .none || word.quote != nil)
        if word.text.contains("/") || word.text.hasPrefix(".") || word.text.hasPrefix("~") || word.text.contains(":") {
            if !files.isEmpty { return result(word.start, files) }
        }
        if word.text.isEmpty, word.quote == nil, command.invocation == .none { return .none }
        return result(word.start, files + commandCandidates(word))
    }

    /// Paths in the form in which the parser reads them as commands: a quoted path behind `&`.
    private func commandPaths(_ word: CompletionWord, isCalled: Bool) -> [Candidate] {
        guard !word.text.isEmpty else { return [] }
        return paths(word, escapes: false).map { candidate in
            var candidate = candidate
            if !isCalled, candidate.text.first == "'" { candidate.text = "& " + candidate.text }
            return candidate
        }
    }

    /// The commands of every kind that match a word.
    func commandCandidates(_ word: CompletionWord) -> [Candidate] {
        if let cut = word.text.firstIndex(of: "\\"), !word.text.contains("/") {
            return qualified(String(word.text[..<cut]), String(word.text[word.text.index(after: cut)...]), word)
        }
        var found: [(name: String, detail: String)] = []
        found += engine.commands.allCmdlets.filter { word.matches($0.name) }.map { ($0.name, $0.signature.synopsis) }
        found += functionNames(word).map { ($0, "function") }
        found += engine.visibleAliases.filter { word.matches($0.name) }.map { ($0.name, "→ \($0.definition)") }
        found += engine.commands.allPrograms.filter { word.matches($0.name) }.map { ($0.name, $0.signature.synopsis) }
        found += moduleCommands(word)
        if found.isEmpty { found += abbreviated(word.text) }
        // Programs of PATH only for a word that is not empty: there can be thousands.
        let begun = String(word.text.prefix { !"*?[".contains($0) })
        if !begun.isEmpty { found += engine.programs(startingWith: begun).filter { word.matches($0) }.map { ($0, "program") } }
        var seen: Set<String> = []
        return found.filter { seen.insert($0.name.lowercased()).inserted }.map {
            word.candidate($0.name, detail: $0.detail, kind: .command)
        }
    }

    private func functionNames(_ word: CompletionWord) -> [String] {
        let defined = text.index.nodes.compactMap { node -> String? in
            guard case .statement(.function(let function)) = node.content, Int(function.span.start) < text.cursor else {
                return nil
            }
            return ScopedName(function.name).name
        }
        return (defined + engine.visibleFunctions.map(\.name)).filter { word.matches($0) }
    }

    /// The exported commands of modules in the module path that are not loaded; qualified where several modules export one name.
    private func moduleCommands(_ word: CompletionWord) -> [(name: String, detail: String)] {
        let loaded = Set(engine.modules.map { $0.name.lowercased() })
        var owners: [String: [(command: String, module: String)]] = [:]
        for (module, file) in engine.modulePath.all() where !loaded.contains(module.lowercased()) {
            let announced = ModuleCommands.names(of: file, engine)
            for command in announced.functions + announced.aliases where word.matches(command) {
                owners[command.lowercased(), default: []].append((command, module))
            }
        }
        return owners.sorted { $0.key < $1.key }.flatMap { _, found in
            found.count == 1
                ? found.map { ($0.command, $0.module) } : found.map { ($0.module + "\\" + $0.command, $0.module) }
        }
    }

    private func qualified(_ module: String, _ name: String, _ word: CompletionWord) -> [Candidate] {
        let inner = CompletionWord(text: name, start: word.start, quote: nil)
        let cmdlets = engine.commands.allCmdlets.filter { $0.module.equalsIgnoringCase(module) && inner.matches($0.name) }
        let functions = engine.modules.first { $0.name.equalsIgnoringCase(module) }?.exportedFunctions ?? []
        let names = cmdlets.map { ($0.module, $0.name) } + functions.filter { inner.matches($0.name) }.map { (module, $0.name) }
        return names.map { word.candidate($0.0 + "\\" + $0.1, kind: .command) }
    }

    /// Abbreviations: `i-psdf` for Import-PowerShellDataFile, a prefix of the verb and the noun's capitals.
    private func abbreviated(_ word: String) -> [(name: String, detail: String)] {
        guard let dash = word.firstIndex(of: "-"), dash != word.startIndex, word.index(after: dash) != word.endIndex else {
            return []
        }
        let verb = word[..<dash].lowercased()
        let letters = word[word.index(after: dash)...].lowercased()
        let names = engine.commands.allCmdlets.map(\.name) + engine.visibleFunctions.map(\.name)
        return names.filter { name in
            guard let cut = name.firstIndex(of: "-"), name[..<cut].lowercased().hasPrefix(verb) else { return false }
            return name[cut...].filter(\.isUppercase).lowercased() == letters
        }.sorted().map { ($0, "") }
    }

    // MARK: Labels

    /// Completes the label of `break` and `continue`.
    func labels(_ word: CompletionWord, _ path: [SyntaxIndex.Node]) -> CompletionResult {
        let labels = path.reversed().compactMap { node -> String? in
            guard case .statement(let statement) = node.content else { return nil }
            switch statement {
            case .while(let node): return node.label
            case .do(let node): return node.label
            case .for(let node): return node.label
            case .forEach(let node): return node.label
            case .switch(let node): return node.label
            default: return nil
            }
        }
        return result(word.start, labels.filter { $0.hasPrefixIgnoringCase(word.text) }.map { Candidate($0) })
    }

    /// The path, where the word is in a clause of a switch statement; nil elsewhere.
    private func switchAround(_ path: [SyntaxIndex.Node]) -> [SyntaxIndex.Node]? {
        path.contains { if case .switchClause = $0.content { true } else { false } } ? path : nil
    }

    /// The parameter names of the function around, where a switch statement runs over `$PSBoundParameters.Keys`; empty elsewhere.
    func boundParameterNames(_ word: CompletionWord, _ path: [SyntaxIndex.Node]) -> [Candidate] {
        let goesThroughKeys = path.contains { node in
            guard case .statement(.switch(let statement)) = node.content else { return false }
            return text.file.text(of: statement.input.span).lowercased().contains("$psboundparameters.keys")
        }
        return goesThroughKeys ? parametersAround(word, path) : []
    }

    /// The parameter names of the innermost block with parameters.
    func parametersAround(_ word: CompletionWord, _ path: [SyntaxIndex.Node]) -> [Candidate] {
        for node in path {
            guard case .script(let block) = node.content, let parameters = block.parameters else { continue }
            return parameters.map(\.name).filter { word.matches($0) }.map { word.candidate($0, kind: .parameterValue) }
        }
        return []
    }
}
