import CmdletKit
import Interpreter
import Syntax
import Values

/// Binds the arguments of a command in a text to parameters, approximately as the binder would, without evaluating them.
struct ArgumentBinding {
    /// The parameters with the arguments that were given for them; nil for a switch.
    private(set) var bound: [(parameter: ParameterInfo, value: Expression?)] = []
    /// The parameters that the word at the cursor can be an argument of, the likeliest first: the named one, or those of its
    /// position.
    private(set) var atCursor: [ParameterInfo] = []
    /// Whether the word at the cursor follows a parameter name.
    private(set) var isNamed = false
    let signature: CommandSignature?

    init(_ command: CommandSyntax, _ signature: CommandSignature?, _ text: CompletionText) {
        self.signature = signature
        guard let signature else { return }
        var pending: ParameterInfo?
        var words: [(value: Expression, holdsCursor: Bool)] = []
        var cursorWord: Int?
        for element in command.elements {
            switch element {
            case .parameter(let parameter):
                pending = nil
                guard let match = Self.parameter(parameter.name, signature) else { continue }
                if let argument = parameter.argument {
                    bound.append((match, argument))
                    if text.holdsCursor(argument.span) { (atCursor, isNamed) = ([match], true) }
                } else if match.isSwitch {
                    bound.append((match, nil))
                } else {
                    pending = match
                }
            case .argument(let argument):
                let holdsCursor = text.holdsCursor(argument.span)
                if let match = pending {
                    bound.append((match, argument))
                    if holdsCursor { (atCursor, isNamed) = ([match], true) }
                    pending = nil
                } else if case .variable(let variable) = argument, variable.isSplatted {
                    continue
                } else {
                    if holdsCursor { cursorWord = words.count }
                    words.append((argument, holdsCursor))
                }
            default: break
            }
        }
        bindPositional(words.map(\.value), cursorWord, signature)
    }

    private mutating func bindPositional(_ words: [Expression], _ cursorWord: Int?, _ signature: CommandSignature) {
        let given = Set(bound.map { $0.parameter.name.lowercased() })
        let free = signature.parameters.filter { !given.contains($0.name.lowercased()) }
        func positional(_ set: String?) -> [(position: Int, parameter: ParameterInfo)] {
            free.flatMap { parameter in
                parameter.memberships.filter { set == nil || $0.set.isEmpty || $0.set.equalsIgnoringCase(set ?? "") }
                    .compactMap { $0.position }.map { ($0, parameter) }
            }.sorted { $0.0 < $1.0 }
        }
        let sets = ((signature.defaultSet.isEmpty ? [] : [signature.defaultSet]) + Self.sets(signature)).filter(accepts)
        let orders = sets.isEmpty ? [positional(nil)] : sets.map { positional($0) }
        for (place, word) in words.enumerated() where place != cursorWord {
            guard let order = orders.first(where: { !$0.isEmpty }) else { continue }
            if order.indices.contains(place) { bound.append((order[place].parameter, word)) }
        }
        guard let cursorWord else { return }
        for order in orders + [positional(nil)] {
            if order.indices.contains(cursorWord) { offer(order[cursorWord].parameter) }
        }
        for (_, parameter) in positional(nil).prefix(while: { $0.position <= cursorWord }) { offer(parameter) }
        for parameter in free where parameter.memberships.contains(where: \.takesRemaining) { offer(parameter) }
    }

    private mutating func offer(_ parameter: ParameterInfo) {
        if !atCursor.contains(where: { $0.name == parameter.name }) { atCursor.append(parameter) }
    }

    /// Whether all named parameters belong to a set.
    private func accepts(_ set: String) -> Bool {
        bound.allSatisfy { parameter, _ in
            parameter.memberships.isEmpty
                || parameter.memberships.contains { $0.set.isEmpty || $0.set.equalsIgnoringCase(set) }
        }
    }

    private static func sets(_ signature: CommandSignature) -> [String] {
        var names: [String] = []
        for set in signature.parameters.flatMap({ $0.memberships.map(\.set) }) where !set.isEmpty {
            if !names.contains(where: { $0.equalsIgnoringCase(set) }) { names.append(set) }
        }
        return names
    }

    /// The parameter of a name, alias, or unambiguous prefix of either, common parameters included; nil where there is none.
    static func parameter(_ name: String, _ signature: CommandSignature) -> ParameterInfo? {
        let all = signature.parameters + (signature.isAdvanced ? common(signature) : [])
        if let exact = all.first(where: { ([$0.name] + $0.aliases).contains { $0.equalsIgnoringCase(name) } }) { return exact }
        let begun = all.filter { ([$0.name] + $0.aliases).contains { $0.hasPrefixIgnoringCase(name) } }
        return begun.count == 1 ? begun.first : nil
    }

    /// The common parameters of a command.
    static func common(_ signature: CommandSignature) -> [ParameterInfo] {
        (CommonParameters.all + (signature.confirms ? CommonParameters.confirming : [])).map {
            ParameterInfo(
                name: $0.name, aliases: [$0.alias],
                typeName: $0.isSwitch ? "SwitchParameter" : $0.name.hasSuffix("Action") ? "ActionPreference" : "string",
                isSwitch: $0.isSwitch)
        }
    }

    /// The argument of a parameter; nil where it was not given or is a switch.
    func value(of parameter: String) -> Expression? {
        bound.first { $0.parameter.name.equalsIgnoringCase(parameter) }?.value
    }

    /// The constant values of a parameter's argument, as strings.
    func texts(_ parameter: String) -> [String] {
        value(of: parameter).map { ConstantExpression.values($0).map(\.displayText) } ?? []
    }
}
