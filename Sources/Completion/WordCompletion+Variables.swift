import Interpreter
import LinuxSystem
import SourceText
import Syntax
import Values

/// Variables, with scopes and drives.
extension WordCompletion {
    private static let scopes = ["global", "local", "private", "script", "using", "variable"]

    /// Completes a variable's name.
    func variables(_ node: VariableReference) -> CompletionResult {
        let written = text.text(from: Int(node.span.start))
        let sign = written.first == "@" ? "@" : "$"
        var name = String(written.dropFirst())
        let braces = name.hasPrefix("{")
        if braces { name.removeFirst() }
        let cut = name.firstIndex(of: ":")
        let scope = cut.map { String(name[..<$0]) }
        let bare = cut.map { String(name[name.index(after: $0)...]) } ?? name
        return result(
            Int(node.span.start), variableCandidates(bare, scope: scope, braces: braces, sign: sign, at: Int(node.span.start)))
    }

    /// The variables that match a name: of the text, of the session, automatic ones, then scopes and drives.
    /// - Parameters:
    ///   - scope: the qualifier that was typed; nil without one.
    ///   - braces: whether the name is written as `${name}`.
    ///   - sign: `$`, or `@` for splatting.
    ///   - place: the offset before which the text's assignments count.
    func variableCandidates(_ name: String, scope: String?, braces: Bool, sign: String, at place: Int) -> [Candidate] {
        let word = CompletionWord(text: name, start: place, quote: nil)
        if let scope, !Self.scopes.contains(scope.lowercased()) { return driveItems(word, scope, braces, sign) }
        var seen: Set<String> = []
        var found: [Candidate] = []
        for variable in inference.assigned(before: place) where word.matches(variable.name) {
            guard seen.insert(variable.name.lowercased()).inserted else { continue }
            var type = inference.shapes(of: variable).first.flatMap(Self.typeName)
            if type == nil, case .type(let name) = variable.source { type = name.split(separator: ".").last.map(String.init) }
            found.append(
                Candidate(
                    spelled(variable.name, scope, braces, sign), label: variable.name,
                    detail: type.map { "[\($0)]$\(variable.name)" } ?? variable.name, kind: .variable))
        }
        for info in engine.visibleVariableInfos where word.matches(info.name) {
            guard info.name.first.map({ $0.isLetter || $0 == "_" || $0.isNumber }) == true || !name.isEmpty else { continue }
            guard seen.insert(info.name.lowercased()).inserted else { continue }
            let type = info.value.isNull ? nil : TypeTable.accelerator(of: info.value.type) ?? info.value.type.shortName
            let shown = (type.map { "[\($0)]$" } ?? "") + info.name
            found.append(
                Candidate(
                    spelled(info.name, scope, braces, sign), label: info.name,
                    detail: info.description.isEmpty ? shown : shown + " - " + info.description, kind: .variable))
        }
        for automatic in [
            "_", "args", "input", "PSItem", "this", "PSBoundParameters", "PSScriptRoot", "PSCommandPath", "MyInvocation",
        ]
        where word.matches(automatic) && seen.insert(automatic.lowercased()).inserted && !name.isEmpty {
            found.append(Candidate(spelled(automatic, scope, braces, sign), label: automatic, kind: .variable))
        }
        if scope == nil {
            let drives = ["env", "function", "alias", "variable", "global", "local", "private", "script", "using"]
            if !name.isEmpty {
                found += drives.filter { $0.hasPrefixIgnoringCase(name) }.map {
                    Candidate(sign + (braces ? "{" : "") + $0 + ":", label: $0 + ":", kind: .variable)
                }
            }
        }
        let split = found.firstIndex { $0.text.hasSuffix(":") } ?? found.count
        return found[..<split].sorted { $0.label.lowercased() < $1.label.lowercased() } + found[split...]
    }

    private static func typeName(_ shape: Shape) -> String? {
        switch shape {
        case .scriptClass(let definition): definition.name
        case .scriptEnum(let definition): definition.name
        default: shape.type.map { TypeTable.accelerator(of: $0) ?? $0.shortName }
        }
    }

    private func spelled(_ name: String, _ scope: String?, _ braces: Bool, _ sign: String) -> String {
        let full = (scope.map { $0 + ":" } ?? "") + name
        let needsBraces = braces || !name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "?" }
        return needsBraces ? sign + "{" + full.replacing("`", with: "``").replacing("}", with: "`}") + "}" : sign + full
    }

    private func driveItems(_ word: CompletionWord, _ drive: String, _ braces: Bool, _ sign: String) -> [Candidate] {
        let names: [String]
        switch drive.lowercased() {
        case "env": names = engine.environment.names
        case "function": names = engine.visibleFunctions.map(\.name)
        case "alias": names = engine.visibleAliases.map(\.name)
        default: return []
        }
        return names.filter { word.matches($0) }.map { Candidate(spelled($0, drive, braces, sign), label: $0, kind: .variable) }
    }
}
