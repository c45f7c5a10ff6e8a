import Interpreter
import SourceText
import Syntax
import Values

/// Names of types and namespaces, attributes and their arguments.
extension WordCompletion {
    /// Completes a type's name.
    func types(_ node: TypeSyntax, _ path: [SyntaxIndex.Node]) -> CompletionResult {
        let written = text.text(from: Int(node.span.start))
        // The innermost name: in `[List[da` that of the type argument.
        let name = String(written.reversed().prefix { !"[,( ".contains($0) }.reversed())
        return result(text.cursor - name.utf8.count, typeCandidates(name))
    }

    /// `[math]` with the cursor behind the bracket: the type's static members.
    func closedType(_ word: String, _ start: Int) -> CompletionResult? {
        let name = String(word.dropFirst().dropLast())
        guard let shape = inference.shape(named: name) else { return CompletionResult.none }
        let members = inference.members(of: [.statics(shape)], isStatic: true)
        let all = memberCandidates(members, CompletionWord(text: "", start: text.cursor, quote: nil)).map { candidate in
            Candidate("::" + candidate.text, label: candidate.label, detail: candidate.detail, kind: candidate.kind)
        }
        return result(text.cursor, all)
    }

    /// The types that match a word by full name, last component or accelerator, then the namespaces.
    func typeCandidates(_ name: String) -> [Candidate] {
        let word = CompletionWord(text: name, start: 0, quote: nil)
        // Asked once: with types of scripts in scope the table is built at each call.
        let known = engine.typesInSight
        let defined = text.index.nodes.compactMap { node -> String? in
            switch node.content {
            case .statement(.class(let definition)): definition.name
            case .statement(.enum(let definition)): definition.name
            default: nil
            }
        }
        var seen: Set<String> = []
        let matching = (defined + known.names).filter { full in
            guard !full.contains("["), !full.isEmpty else { return false }
            if word.matches(full) || name.contains(".") && full.hasPrefixIgnoringCase("System." + name) { return true }
            let own = full.split { $0 == "." || $0 == "+" }.last.map(String.init) ?? full
            return !name.contains(".") && word.matches(own)
        }.filter { seen.insert($0.lowercased()).inserted }
        // A type with an accelerator is listed under the accelerator only.
        let accelerated = Set(matching.filter { !$0.contains(".") }.compactMap { known.find($0)?.name.lowercased() })
        let shown = matching.filter { !$0.contains(".") || !accelerated.contains($0.lowercased()) || word.text.contains(".") }
        let types = shown.map { full in
            Candidate(
                written(full, known),
                label: full.split(separator: ".").last.map(String.init) ?? full,
                detail: known.find(full)?.name ?? full,
                kind: .type)
        }.sorted {
            ($0.label.count, $0.label.lowercased(), $0.text.count) < ($1.label.count, $1.label.lowercased(), $1.text.count)
        }
        var shownTexts: Set<String> = []
        return types.filter { shownTexts.insert($0.text).inserted } + namespaces(name)
    }

    /// A type as scripts write it; an attribute's without the suffix `Attribute`.
    private func written(_ full: String, _ known: TypeTable) -> String {
        guard full.contains(where: { ".+".contains($0) }), let type = known.find(full) else { return full }
        let own = type.name.split(separator: ".").last.map(String.init) ?? type.name
        guard own.hasSuffix("Attribute"), own.count > 9 else { return type.name }
        let short = String(own.dropLast(9))
        return known.find(short) === type ? short : type.name
    }

    /// The namespaces that start with a prefix, up to the component being typed.
    func namespaces(_ prefix: String) -> [Candidate] {
        let dots = prefix.filter { $0 == "." }.count
        var seen: Set<String> = []
        return engine.typesInSight.names.compactMap { full -> String? in
            let parts = full.split(separator: ".")
            guard parts.count > dots + 1, !full.contains("["), full.hasPrefixIgnoringCase(prefix) else { return nil }
            return parts[...dots].joined(separator: ".")
        }.filter { $0.first?.isUppercase == true && seen.insert($0.lowercased()).inserted }.sorted().map {
            Candidate($0, label: $0.split(separator: ".").last.map(String.init), detail: "namespace \($0)", kind: .namespace)
        }
    }

    /// The named arguments of an attribute, which are its type's properties; nil where the cursor is not at one.
    func attributeArguments(_ path: [SyntaxIndex.Node]) -> CompletionResult? {
        for node in path {
            if case .expression(.scriptBlock) = node.content { return nil }
            guard case .attribute(let attribute) = node.content else { continue }
            let written = text.text(from: Int(attribute.name.span.end))
            let word = String(written.reversed().prefix { $0.isLetter }.reversed())
            let last = written.dropLast(word.count).last { !$0.isWhitespace }
            guard last == "(" || last == "," else { return nil }
            let full = attribute.name.name
            guard let type = inference.type(full) ?? inference.type(full + "Attribute") else { return CompletionResult.none }
            let given = Set(
                attribute.namedArguments.map { $0.name.lowercased() }
                    + attribute.positionalArguments.compactMap { expression -> String? in
                        if case .string(let name) = expression { name.value.lowercased() } else { nil }
                    })
            let properties = type.allMembers.compactMap { member -> Candidate? in
                guard case .property(let valueType, _, let set) = member.kind, set != nil, member.name.hasPrefixIgnoringCase(word),
                    !given.contains(member.name.lowercased())
                else { return nil }
                return Candidate(member.name, detail: "\(valueType) \(member.name)", kind: .property)
            }
            return result(text.cursor - word.utf8.count, properties)
        }
        return nil
    }
}
