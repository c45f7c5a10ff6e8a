import CmdletKit
import Interpreter
import SourceText
import Syntax
import Values

/// Keys of hashtable literals: calculated properties, splatted parameters, properties of a cast's type, module specifications.
extension WordCompletion {
    private static let calculated: [String: [String: [String]]] = [
        "format-table": [
            "Property": ["Expression", "FormatString", "Label", "Width", "Alignment"],
            "GroupBy": ["Expression", "FormatString", "Label"],
        ],
        "format-list": [
            "Property": ["Expression", "FormatString", "Label"], "GroupBy": ["Expression", "FormatString", "Label"],
        ],
        "format-wide": ["Property": ["Expression", "FormatString"], "GroupBy": ["Expression", "FormatString", "Label"]],
        "format-custom": ["Property": ["Expression", "Depth"], "GroupBy": ["Expression", "FormatString", "Label"]],
        "select-object": ["Property": ["Name", "Expression"]],
        "sort-object": ["Property": ["Expression", "Ascending", "Descending"]],
        "group-object": ["Property": ["Expression"]], "measure-object": ["Property": ["Expression"]],
        "convertto-html": ["Property": ["Label", "Expression", "Width", "Alignment"]],
    ]

    /// Completes a key; keys that the literal has already are left out.
    func tableKeys(_ word: CompletionWord, _ path: [SyntaxIndex.Node]) -> CompletionResult {
        let tables = path.indices.filter { if case .expression(.hashtable) = path[$0].content { true } else { false } }
        guard let first = tables.first, case .expression(.hashtable(let table)) = path[first].content else { return .none }
        let given = Set(
            table.entries.compactMap { entry -> String? in
                text.holdsCursor(entry.key.span) ? nil : ConstantExpression.values(entry.key).first?.displayText.lowercased()
            })
        let candidates = keys(around: Array(path[(first + 1)...]), table).filter { candidate in
            word.matches(candidate.label) && !given.contains(candidate.label.lowercased())
        }
        return result(word.start, candidates)
    }

    private func keys(around path: [SyntaxIndex.Node], _ table: HashtableLiteral) -> [Candidate] {
        for node in path {
            switch node.content {
            case .expression(.convert(let cast)):
                return inference.shape(ofType: cast.type).map { settable($0) } ?? []
            case .entry(let entry): return keys(ofEntry: entry, path)
            case .statement(.assignment(let assignment)): return keys(ofAssignment: assignment)
            case .command(let command): return keys(ofArgument: command)
            case .using: return moduleKeys("", "")
            case .expression(.array), .expression(.arraySubexpression), .expression(.paren), .block, .pipeline,
                .statement(.pipeline), .commandParameter:
                continue
            default: return []
            }
        }
        return []
    }

    /// The keys of a hashtable that is an entry's value in another one: the properties of the type of the property that the entry
    /// sets.
    private func keys(ofEntry entry: HashtableLiteral.Entry, _ path: [SyntaxIndex.Node]) -> [Candidate] {
        guard let key = ConstantExpression.values(entry.key).first?.text,
            let outer = path.firstIndex(where: { if case .expression(.hashtable) = $0.content { true } else { false } })
        else { return [] }
        for node in path[(outer + 1)...] {
            guard case .expression(.convert(let cast)) = node.content, let shape = inference.shape(ofType: cast.type) else {
                continue
            }
            let property = inference.members(of: [shape]).first { $0.name.equalsIgnoringCase(key) }
            return property?.result.flatMap { settable($0) } ?? []
        }
        return []
    }

    private func keys(ofAssignment assignment: Assignment) -> [Candidate] {
        switch assignment.target {
        case .variable(let variable, let types, _):
            if let type = types.first, let shape = inference.shape(ofType: type) { return settable(shape) }
            return splatted(variable.name)
        case .member(let member, _): return inference.shapes(of: .member(member)).flatMap { settable($0) }
        default: return []
        }
    }

    /// The parameters of a command behind the cursor that the hashtable is splatted to.
    private func splatted(_ name: String) -> [Candidate] {
        let rest = Array(text.whole[min(text.cursor + text.behind, text.whole.count)...])
        let whole = CompletionText.marker + "=1}"
        let closed = text.before + Array(whole.utf8) + rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "}") }
        for node in SyntaxIndex(Parser.parse(.init(text: String(decoding: closed, as: UTF8.self))).script).nodes {
            guard case .command(let command) = node.content, let called = command.constantName,
                command.arguments.contains(where: {
                    if case .variable(let variable) = $0 {
                        variable.isSplatted && variable.name.equalsIgnoringCase(name)
                    } else {
                        false
                    }
                }), let signature = inference.signature(called)
            else { continue }
            return signature.parameters.filter { !$0.isHidden }.map {
                Candidate($0.name, detail: "[\($0.typeName)] \($0.name)", kind: .property)
            }
        }
        return []
    }

    private func keys(ofArgument command: CommandSyntax) -> [Candidate] {
        guard let name = command.constantName, let signature = inference.signature(name) else { return [] }
        let binding = ArgumentBinding(command, signature, text)
        guard let parameter = binding.atCursor.first else { return [] }
        let own = engine.findCommand(name)?.name.lowercased() ?? name.lowercased()
        if let keys = Self.calculated[own]?[parameter.name] { return keys.map { Candidate($0, kind: .property) } }
        if own == "new-object", parameter.name == "Property" {
            return (binding.texts("TypeName").first).flatMap { inference.shape(named: $0) }.map { settable($0) } ?? []
        }
        if parameter.name == "FullyQualifiedName" || parameter.name == "FullyQualifiedModule" { return moduleKeys("", "") }
        let element = parameter.typeName.hasSuffix("[]") ? String(parameter.typeName.dropLast(2)) : parameter.typeName
        return inference.shape(named: element).map { settable($0) } ?? []
    }

    /// The properties that a cast from a hashtable can set.
    private func settable(_ shape: Shape) -> [Candidate] {
        switch shape {
        case .scriptClass(let definition):
            let constructors = definition.methods.filter { $0.isConstructor && !$0.isStatic }
            guard constructors.isEmpty || constructors.contains(where: { ($0.body.parameters ?? []).isEmpty }) else { return [] }
            return definition.properties.filter { !$0.isStatic && !$0.isHidden }.map { Candidate($0.name, kind: .property) }
        case .type(let type), .statics(.type(let type)):
            guard type !== ObjectType.hashtable, type !== ObjectType.object, type.construct != nil || type.isInterface else {
                return []
            }
            return type.allMembers.compactMap { member in
                guard case .property(let valueType, _, let set) = member.kind, set != nil, !member.isHidden else { return nil }
                return Candidate(member.name, detail: "\(valueType) \(member.name)", kind: .property)
            }
        default: return []
        }
    }
}
