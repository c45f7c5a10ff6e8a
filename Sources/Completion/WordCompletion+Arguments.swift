import CmdletKit
import Interpreter
import SourceText
import Syntax
import Values

/// Arguments of commands.
extension WordCompletion {
    /// Completes an argument: from the parameters it can belong to, else as a path.
    func arguments(_ command: CommandSyntax, _ word: CompletionWord, _ path: [SyntaxIndex.Node]) -> CompletionResult {
        guard let name = command.constantName else { return result(word.start, paths(word)) }
        guard let signature = inference.signature(name) else { return nativeArguments(command, word) }
        let binding = ArgumentBinding(command, signature, text)
        for parameter in binding.atCursor {
            let found = values(of: parameter, word, command, binding, path)
            if !found.isEmpty { return result(word.start, found) }
            if isClosed(parameter) || binding.isNamed && hasSource(name, parameter) { return .none }
        }
        if binding.atCursor.contains(where: { hasSource(name, $0) }) { return .none }
        return result(word.start, binding.atCursor.isEmpty ? paths(word) : fileValues(of: binding.atCursor, word))
    }

    /// Paths, where the parameters have no values of their own and one of them takes strings.
    func fileValues(of parameters: [ParameterInfo], _ word: CompletionWord) -> [Candidate] {
        guard !parameters.contains(where: { isClosed($0) || Self.objectParameters.contains($0.name) }),
            let first = parameters.first(where: takesText)
        else { return [] }
        return paths(word, isLiteral: first.name.equalsIgnoringCase("LiteralPath"))
    }

    /// Whether there is a source for the parameter's values, even if it gives no candidates now.
    private func hasSource(_ command: String, _ parameter: ParameterInfo) -> Bool {
        switch parameter.completer {
        case .none: ValueSources.find(engine.findCommand(command)?.name ?? command, parameter.name) != nil
        case .paths: false
        default: true
        }
    }

    private func takesText(_ parameter: ParameterInfo) -> Bool {
        let type = element(parameter.typeName).lowercased()
        return !parameter.isSwitch && !type.hasSuffix("scriptblock")
            && !["bool", "boolean", "int", "int32", "long", "datetime", "timespan"].contains(type)
    }

    private static let objectParameters: Set<String> = ["InputObject", "FilterScript", "ScriptBlock"]

    /// Whether the parameter takes listed values only.
    private func isClosed(_ parameter: ParameterInfo) -> Bool {
        if parameter.validations.contains(where: { if case .set = $0 { true } else { false } }) { return true }
        return inference.type(ofParameter: element(parameter.typeName))?.enumeration != nil
    }

    private func element(_ typeName: String) -> String { typeName.hasSuffix("[]") ? String(typeName.dropLast(2)) : typeName }

    /// The candidates for a parameter's argument, from the most specific source that has any: completers, ValidateSet, the tables
    /// here, the declaration, the type.
    func values(
        of parameter: ParameterInfo, _ word: CompletionWord, _ command: CommandSyntax, _ binding: ArgumentBinding,
        _ path: [SyntaxIndex.Node]
    ) -> [Candidate] {
        let name = engine.findCommand(command.constantName ?? "")?.name ?? command.constantName ?? ""
        if let found = registeredValues(name, parameter, word, command, binding) { return found }
        if let set = parameter.validations.lazy.compactMap({ if case .set(let names, _, _) = $0 { names } else { nil } }).first {
            return set.filter { word.matches($0) }.map { word.candidate($0) }
        }
        if let source = ValueSources.find(name, parameter.name) { return source(self, word, command, binding) }
        switch parameter.completer {
        case .values(let names): return names.filter { word.matches($0) }.map { word.candidate($0) }
        case .commandNames: return commandCandidates(word)
        case .variableNames: return engine.visibleVariables.map(\.name).filter { word.matches($0) }.map { word.candidate($0) }
        case .named(let kind): return namedValues(kind, word)
        case .paths: return paths(word, isLiteral: parameter.name.equalsIgnoringCase("LiteralPath"))
        case .none: break
        }
        if parameter.isSwitch || ["bool", "boolean", "system.boolean"].contains(parameter.typeName.lowercased()) {
            return ["$true", "$false"].filter { $0.hasPrefixIgnoringCase(word.text) }.map { Candidate($0, kind: .parameterValue) }
        }
        if let names = caseNames(of: parameter) {
            return names.filter { word.matches($0) }.sorted { $0.lowercased() < $1.lowercased() }.map { word.candidate($0) }
        }
        return []
    }

    /// The candidates of a completer that the program provided, such as for containers.
    private func namedValues(_ kind: String, _ word: CompletionWord) -> [Candidate] {
        (named[kind]?(engine, word.text) ?? []).map { found in
            var candidate = found
            if candidate.kind == .text { candidate.kind = .parameterValue }
            if word.quote != nil { candidate.text = word.quoted(Quoting.unquoted(candidate.text)) }
            return candidate
        }
    }

    /// The values of the parameter's enumeration that its ValidateRange allows; nil for other types.
    private func caseNames(of parameter: ParameterInfo) -> [String]? {
        let name = element(parameter.typeName)
        guard let shape = inference.shape(named: name) ?? inference.type(ofParameter: name).map(Shape.type) else { return nil }
        guard case .type(let type) = shape, let enumeration = type.enumeration else { return caseNames(shape) }
        return enumeration.cases.filter { entry in
            parameter.validations.allSatisfy { Self.isFit(Double(entry.rawValue), $0) }
        }.map(\.name)
    }

    private static func isFit(_ number: Double, _ validation: Validation) -> Bool {
        switch validation {
        case .range(let low, let high): number >= low && number <= high
        case .rangeKind(.positive): number > 0
        case .rangeKind(.nonNegative): number >= 0
        case .rangeKind(.negative): number < 0
        case .rangeKind(.nonPositive): number <= 0
        default: true
        }
    }

    // MARK: Programs

    /// Completes an argument of a native or built-in program.
    func nativeArguments(_ command: CommandSyntax, _ word: CompletionWord) -> CompletionResult {
        let name = command.constantName ?? ""
        if let found = registeredNative(name, word, command) { return result(word.start, found) }
        if case .program(let registration)? = engine.findCommand(name) {
            guard let program = try? registration.makeInstance(engine) else { return .none }
            let words = command.elements.filter { Int($0.span.end) < text.cursor }.map { Quoting.unquoted(text.written($0.span)) }
            let found = program.complete(word.text, after: words).map {
                Candidate(
                    $0.text.hasPrefix("-") ? $0.text : word.quoted($0.text), label: $0.text, detail: $0.detail,
                    kind: .parameterValue)
            }
            return result(word.start, found)
        }
        if word.text.hasPrefix("-") { return .none }
        if let complete = named[name.lowercased()] {
            let found = complete(engine, word.text)
            if !found.isEmpty { return result(word.start, found) }
        }
        return result(word.start, paths(word))
    }
}
