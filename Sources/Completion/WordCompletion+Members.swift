import Interpreter
import SourceText
import Syntax
import Values

/// Members behind `.` and `::`, keys inside `[ ]`, and arguments of methods.
extension WordCompletion {
    func members(_ target: Expression, _ word: CompletionWord, isStatic: Bool) -> CompletionResult {
        // White space is allowed between the dot and the member's name.
        let shapes = inference.shapes(of: target)
        var members = inference.members(of: shapes, isStatic: isStatic)
        let elements = inference.elements(of: shapes)
        if !isStatic {
            if members.isEmpty || elements.contains(where: { shapes.first?.type !== $0.type }) {
                members += inference.members(of: elements).filter { element in
                    !members.contains { $0.name.equalsIgnoringCase(element.name) }
                }
            }
            if isCollection(shapes) || isUnknown(target, shapes) {
                members += ["ForEach", "Where"].map { OfferedMember(name: $0, isMethod: true, detail: "\($0)(…)", result: []) }
            }
        }
        return result(word.start, memberCandidates(members, word))
    }

    /// The members that match a word, properties before methods.
    /// - Parameter names: true where the member is an argument (`Select-Object Name`), which is quoted and without a parenthesis.
    func memberCandidates(_ members: [OfferedMember], _ word: CompletionWord, names: Bool = false) -> [Candidate] {
        let matching = members.filter { word.matches($0.name) }
        let properties = matching.filter { !$0.isMethod }.sorted { $0.name.lowercased() < $1.name.lowercased() }
        let methods = matching.filter(\.isMethod).sorted { $0.name.lowercased() < $1.name.lowercased() }
        return properties.map {
            Candidate(names ? word.quoted($0.name) : Self.memberName($0.name), label: $0.name, detail: $0.detail, kind: .property)
        }
            + methods.map {
                Candidate($0.name + (names ? "" : "("), label: $0.name, detail: $0.detail, kind: .method)
            }
    }

    private static func memberName(_ name: String) -> String {
        let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && name.first?.isNumber == false
        return isPlain ? name : Quoting.inSingleQuotes(name)
    }

    private func isCollection(_ shapes: [Shape]) -> Bool {
        shapes.contains { shape in
            switch shape {
            case .value(let value): value.enumerated != nil
            case .elements: true
            case .type(let type):
                type.element != nil || type === ObjectType.objectArray || !type.genericArguments.isEmpty
            default: false
            }
        }
    }

    /// Whether nothing is known of a variable, which may therefore hold a collection.
    private func isUnknown(_ target: Expression, _ shapes: [Shape]) -> Bool {
        if case .variable = target { return shapes.isEmpty && text.text(from: Int(target.span.start)).first == "$" }
        return false
    }

    /// The arguments of `$PSBoundParameters.ContainsKey` and `Remove`; nil for other methods.
    func methodArguments(_ node: MethodCall, _ word: CompletionWord) -> CompletionResult? {
        guard case .variable(let target) = node.target, target.name.equalsIgnoringCase("PSBoundParameters"),
            case .string(let method) = node.member, ["containskey", "remove"].contains(method.value.lowercased())
        else { return nil }
        var word = word
        if word.quote == nil { word.quote = "'" }
        return result(word.start, parametersAround(word, text.path))
    }

    /// The keys of an indexed hashtable.
    func keys(of target: Expression, _ word: CompletionWord) -> CompletionResult {
        var quoted = word
        quoted.quote = "'"
        if case .variable(let variable) = target, variable.name.equalsIgnoringCase("PSBoundParameters") {
            return result(word.start, parametersAround(quoted, text.path))
        }
        let names = inference.shapes(of: target).flatMap { shape -> [String] in
            switch shape {
            case .table(let table): return table.entries.compactMap { ConstantExpression.values($0.key).first?.text }
            case .value(let value): return value.asObject(HashtableObject.self)?.keys.compactMap(\.text) ?? []
            default: return []
            }
        }
        // `[array]::Empty[type`: brackets behind a method's name hold a type argument.
        if names.isEmpty, case .member = target { return result(word.start, typeCandidates(word.text)) }
        return result(word.start, names.filter { word.matches($0) }.map { quoted.candidate($0, kind: .property) })
    }
}
