import CmdletKit
import Interpreter
import Syntax
import Values

/// Arguments that depend on the piped objects or on other arguments.
extension WordCompletion {
    /// The objects that a command gets from its pipeline, or else from -InputObject.
    private func piped(_ command: CommandSyntax, _ binding: ArgumentBinding) -> [Shape] {
        for node in text.index.nodes.reversed() {
            guard case .pipeline(let pipeline) = node.content,
                let place = pipeline.elements.firstIndex(where: { $0.span == command.span })
            else { continue }
            if place > 0 { return inference.objects(pipeline.elements[..<place]) }
            break
        }
        return binding.value(of: "InputObject").map { inference.elements(of: inference.shapes(of: $0)) } ?? []
    }

    /// The properties, and methods where wanted, of the piped objects; those already listed in the argument are left out.
    func pipedProperties(
        _ word: CompletionWord, _ command: CommandSyntax, _ binding: ArgumentBinding, methods: Bool
    ) -> [Candidate] {
        let parameter = binding.atCursor.first.flatMap { binding.value(of: $0.name) }
        let given = Set((parameter.map { ConstantExpression.values($0) } ?? []).map { $0.displayText.lowercased() })
        let members = inference.members(of: piped(command, binding)).filter { member in
            (methods || !member.isMethod) && !given.contains(member.name.lowercased())
        }
        return memberCandidates(members, word, names: true)
    }

    /// The values of the compared property's enumeration, for Where-Object -Value.
    func comparedCases(_ word: CompletionWord, _ command: CommandSyntax, _ binding: ArgumentBinding) -> [Candidate] {
        guard let property = binding.texts("Property").first else { return [] }
        let member = inference.members(of: piped(command, binding)).first { $0.name.equalsIgnoringCase(property) }
        let names = (member?.result ?? []).flatMap { caseNames($0) ?? [] }
        return names.filter { word.matches($0) }.sorted().map { word.candidate($0) }
    }

    // MARK: Modules, verbs and nouns

    /// Modules: loaded, built-in, and in the module path.
    func modules(_ word: CompletionWord) -> [Candidate] {
        var seen: Set<String> = []
        let known = engine.modules.map(\.name) + engine.commands.allCmdlets.map(\.module) + engine.modulePath.all().map(\.name)
        let names = known.filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
        // `Host` also finds Microsoft.PowerShell.Host by its last component; names whose last component is the word come first.
        func lastPart(_ name: String) -> String { name.split(separator: ".").last.map(String.init) ?? name }
        let found = names.filter { word.matches($0) || !word.text.isEmpty && word.matches(lastPart($0)) }
        return found.sorted {
            (lastPart($0).equalsIgnoringCase(word.text) ? 0 : 1, $0.lowercased())
                < (lastPart($1).equalsIgnoringCase(word.text) ? 0 : 1, $1.lowercased())
        }.map { word.candidate($0) }
    }

    private func cmdlets(_ binding: ArgumentBinding) -> [(verb: String, noun: String)] {
        let modules = binding.texts("Module")
        let nouns = binding.texts("Noun")
        let verbs = binding.texts("Verb").filter { !$0.contains(CompletionText.marker) }
        return engine.commands.allCmdlets.compactMap { cmdlet in
            let parts = cmdlet.name.split(separator: "-", maxSplits: 1).map(String.init)
            guard parts.count == 2, modules.isEmpty || modules.contains(where: { Wildcard($0).matches(cmdlet.module) }) else {
                return nil
            }
            guard nouns.isEmpty || nouns.contains(where: { $0.contains(CompletionText.marker) || Wildcard($0).matches(parts[1]) }),
                verbs.isEmpty || verbs.contains(where: { Wildcard($0).matches(parts[0]) })
            else { return nil }
            return (parts[0], parts[1])
        }
    }

    /// The nouns of the cmdlets that the other arguments select (Get-Command -Noun).
    func nouns(_ word: CompletionWord, _ binding: ArgumentBinding) -> [Candidate] {
        var seen: Set<String> = []
        let nouns = cmdlets(binding).map(\.noun).filter { word.matches($0) && seen.insert($0.lowercased()).inserted }
        return nouns.sorted { $0.lowercased() < $1.lowercased() }.map { word.candidate($0) }
    }

    /// The verbs of the cmdlets that the other arguments select (Get-Command -Verb).
    func verbs(of binding: ArgumentBinding, _ word: CompletionWord) -> [Candidate] {
        if binding.value(of: "Noun") == nil, binding.value(of: "Module") == nil { return verbs(inGroups: [], word) }
        let verbs = Set(cmdlets(binding).map(\.verb)).filter { word.matches($0) }
        return verbs.sorted().map { word.candidate($0) }
    }

    /// The approved verbs, of the given groups or of all where none is given.
    func verbs(inGroups groups: [String], _ word: CompletionWord) -> [Candidate] {
        ApprovedVerbs.all.filter { entry in
            (groups.isEmpty || groups.contains { $0.equalsIgnoringCase(entry.group) }) && word.matches(entry.verb)
        }.sorted { $0.verb < $1.verb }.map { word.candidate($0.verb, detail: $0.description) }
    }
}
