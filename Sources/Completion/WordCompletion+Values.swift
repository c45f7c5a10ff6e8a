import CmdletKit
import Interpreter
import SourceText
import Syntax
import Values

/// The values that assignments and comparisons can take: those of enumerations and of ValidateSet.
extension WordCompletion {
    /// The right side of `$x = `, where the variable's type or ValidateSet limits its values; nil elsewhere.
    func assignedValues(_ word: CompletionWord, _ path: [SyntaxIndex.Node]) -> CompletionResult? {
        for node in path.dropFirst() {
            switch node.content {
            case .command, .pipeline, .statement(.pipeline), .expression(.string): continue
            case .statement(.assignment(let assignment)):
                let start = Int(assignment.operatorSpan.end)
                let written = text.text(from: start).drop { $0.isWhitespace }
                guard !written.contains(" ") || word.quote != nil else { return nil }
                return values(of: assignment.target, word)
            default: return nil
            }
        }
        return nil
    }

    private func values(of target: AssignmentTarget, _ word: CompletionWord) -> CompletionResult? {
        switch target {
        case .variable(let variable, let types, let attributes):
            for attribute in attributes where attribute.name.name.lowercased() == "validateset" {
                return set(attribute.positionalArguments.flatMap { ConstantExpression.values($0) }, word)
            }
            if let type = types.first, let shape = inference.shape(ofType: type) { return cases([shape], word) }
            if let earlier = inference.assigned(before: Int(variable.span.start)).last(where: {
                $0.name.equalsIgnoringCase(variable.name) && (!$0.types.isEmpty || !$0.attributes.isEmpty)
            }) {
                for attribute in earlier.attributes where attribute.name.name.lowercased() == "validateset" {
                    return set(attribute.positionalArguments.flatMap { ConstantExpression.values($0) }, word)
                }
                return cases(inference.shapes(of: earlier), word)
            }
            if let allowed = engine.allowedValues(of: variable.name) { return set(allowed, word) }
            return cases(inference.shapes(ofVariable: variable), word)
        case .member(let member, _): return cases(inference.shapes(of: .member(member)), word)
        default: return nil
        }
    }

    private func set(_ values: [Value], _ word: CompletionWord) -> CompletionResult {
        var quoted = word
        if quoted.quote == nil { quoted.quote = "'" }
        let candidates = values.compactMap { value -> Candidate? in
            guard word.matches(value.displayText) else { return nil }
            return value.text == nil
                ? Candidate(value.displayText, kind: .parameterValue) : quoted.candidate(value.displayText)
        }
        return result(word.start, candidates)
    }

    private func cases(_ shapes: [Shape], _ word: CompletionWord) -> CompletionResult? {
        let names = shapes.flatMap { caseNames($0) ?? [] }
        guard !names.isEmpty else { return nil }
        var quoted = word
        if quoted.quote == nil { quoted.quote = "'" }
        return result(
            word.start, names.filter { word.matches($0) }.sorted { $0.lowercased() < $1.lowercased() }.map { quoted.candidate($0) })
    }

    /// The names of an enumeration's values; nil for other types.
    func caseNames(_ shape: Shape) -> [String]? {
        switch shape {
        case .scriptEnum(let definition): return definition.members.map(\.name)
        default: return shape.type?.enumeration?.cases.map(\.name)
        }
    }

    /// The right side of a comparison whose left side is an enumeration; nil elsewhere.
    func comparedValues(_ word: CompletionWord, _ path: [SyntaxIndex.Node]) -> CompletionResult? {
        for node in path.dropFirst() {
            guard case .expression(let expression) = node.content else { return nil }
            guard case .binary(let binary) = expression else { continue }
            guard let place = binary.terms.firstIndex(where: { text.holdsCursor($0.operand.span) }), place == 0,
                binary.terms[place].operator.precedence == 3
            else { return nil }
            var single = word
            single.quote = "'"
            return cases(inference.shapes(of: binary.first), single)
        }
        return nil
    }
}

extension Engine {
    /// The values that ValidateSet allows for a variable that is set; nil where there is no such limit.
    func allowedValues(of variable: String) -> [Value]? {
        current.holder(of: variable)?.allowedValues(of: variable)
    }
}
