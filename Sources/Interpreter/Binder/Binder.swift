import CmdletKit
import Values

/// The binder's result for one command.
struct Bound {
    /// The values by index of the parameter in the signature, in the order in which they were bound.
    var values: [(parameter: Int, value: Value)] = []
    var common = CommonParameters()
    /// The positional arguments of a simple function that no parameter took, for `$args`.
    var remaining: [Value] = []
    /// The parameter sets that are still possible; after binding the chosen one is first.
    var sets: [String]
    /// Indices of the unbound parameters that pipeline objects can bind to.
    var pipeline: [Int] = []
    /// Delay-bind script blocks, evaluated for each pipeline object.
    var delayed: [(parameter: Int, block: ScriptBlock)] = []

    /// The arguments of a block that the engine calls: one for each parameter in order, switches included, and the rest for
    /// `$args`.
    init(_ arguments: [Value], of code: CompiledBlock) {
        sets = code.signature.signature.parameterSets
        values = zip(code.parameters.indices, arguments).map { ($0, $1) }
        remaining = Array(arguments.dropFirst(code.parameters.count))
    }

    init(sets: [String]) { self.sets = sets }

    /// Whether a parameter is bound to a value or a delay-bind script block.
    func has(_ parameter: Int) -> Bool {
        values.contains { $0.parameter == parameter } || delayed.contains { $0.parameter == parameter }
    }
}

/// Binds arguments to parameters: first by name, then by position, then the remaining ones (about_Parameters,
/// about_Parameter_Sets).
struct Binder {
    let signature: CommandSignature
    private var hasInput = false

    init(signature: CommandSignature) { self.signature = signature }

    /// Binds the arguments.
    /// - Parameters:
    ///   - hasInput: whether objects are piped in, which may bind mandatory parameters later.
    ///   - defaults: parameter names and values of `$PSDefaultParameterValues`.
    /// - Throws: ParameterBindingException (`BinderError`).
    func bind(_ arguments: [Argument], hasInput: Bool, defaults: [(String, Value)] = []) throws -> Bound {
        var binder = self
        binder.hasInput = hasInput
        return try binder.bound(arguments, defaults)
    }

    private func bound(_ arguments: [Argument], _ defaults: [(String, Value)]) throws -> Bound {
        var bound = Bound(sets: signature.parameterSets)
        let positional = try bindNamed(arguments, &bound)
        try bindPositional(positional, &bound)
        try bindDefaults(defaults, &bound)
        try finish(&bound, hasInput: hasInput)
        return bound
    }

    // MARK: Named

    private struct Position {
        let value: Value
        let text: String?
        /// Whether this is an unknown parameter name or its value, which is not bound by position.
        var isUnknown = false
    }

    private func bindNamed(_ arguments: [Argument], _ bound: inout Bound) throws -> [Position] {
        var positional: [Position] = []
        var place = 0
        var onlyPositions = false
        while place < arguments.count {
            let argument = arguments[place]
            place += 1
            switch argument {
            case .value(let value, let text, _): positional.append(Position(value: value, text: text))
            case .verbatim(let text): positional.append(Position(value: .string(text), text: nil))
            case .endOfParameters: onlyPositions = true
            case .splatted(let name, let value):
                guard let match = try find(name) else {
                    guard takesUnknown else { throw BinderError.noSuchParameter(name) }
                    positional += unknown(name, text: "-\(name):", value)
                    continue
                }
                try bind(match, value, text: nil, &bound)
            case .parameter(let name, let text, let attached):
                if onlyPositions {
                    positional.append(Position(value: .string(text), text: nil))
                    continue
                }
                guard let match = try find(name) else {
                    guard takesUnknown else { throw BinderError.noSuchParameter(name) }
                    positional += unknown(name, text: text, attached)
                    // The value behind an unknown parameter name belongs to it and is not bound by position.
                    if attached == nil, place < arguments.count, case .value(let value, let text, _) = arguments[place] {
                        place += 1
                        positional.append(Position(value: value, text: text, isUnknown: true))
                    }
                    continue
                }
                if let attached {
                    try bind(match, attached, text: nil, &bound)
                } else if match.isSwitch {
                    try bind(match, .bool(true), text: nil, &bound)
                } else if place < arguments.count, case .value(let value, let text, _) = arguments[place] {
                    place += 1
                    try bind(match, value, text: text, &bound)
                } else {
                    throw BinderError.missingArgument(match.name, typeName(match))
                }
            }
        }
        return positional
    }

    /// Whether unknown parameter names are passed as arguments: to a simple function in `$args`, and to a parameter with
    /// ValueFromRemainingArguments.
    private var takesUnknown: Bool {
        !signature.isAdvanced || signature.parameters.contains { $0.memberships.contains(where: \.takesRemaining) }
    }

    /// An unknown parameter name and its value as arguments. The note property makes it a parameter name again when `@args` is
    /// splatted.
    private func unknown(_ name: String, text: String, _ value: Value?) -> [Position] {
        let object = StringObject(text)
        object.attached = AttachedMembers(notes: [("<CommandParameterName>", .string(name))])
        return [Position(value: .string(object), text: nil, isUnknown: true)]
            + (value.map { [Position(value: $0, text: nil, isUnknown: true)] } ?? [])
    }

    private struct Match {
        let name: String
        let isSwitch: Bool
        /// The parameter's index in the signature; nil for a common parameter.
        let parameter: Int?
    }

    private func typeName(_ match: Match) -> String { match.parameter.map { signature.parameters[$0].typeName } ?? "System.String" }

    /// The parameter of a name, alias, or unambiguous prefix of either; nil where there is none.
    /// - Throws: AmbiguousParameter.
    private func find(_ name: String) throws -> Match? {
        var prefixed: [Match] = []
        for (place, parameter) in signature.parameters.enumerated() {
            if parameter.name.equalsIgnoringCase(name) || parameter.aliases.contains(where: { $0.equalsIgnoringCase(name) }) {
                return Match(name: parameter.name, isSwitch: parameter.isSwitch, parameter: place)
            }
            if ([parameter.name] + parameter.aliases).contains(where: { $0.hasPrefixIgnoringCase(name) }) {
                prefixed.append(Match(name: parameter.name, isSwitch: parameter.isSwitch, parameter: place))
            }
        }
        guard signature.isAdvanced else { return try unambiguous(name, prefixed) }
        let common = CommonParameters.all + (signature.confirms ? CommonParameters.confirming : [])
        for entry in common {
            if entry.name.equalsIgnoringCase(name) || entry.alias.equalsIgnoringCase(name) {
                return Match(name: entry.name, isSwitch: entry.isSwitch, parameter: nil)
            }
        }
        // A prefix of the command's own parameters takes precedence over one of common parameters.
        if prefixed.isEmpty {
            prefixed = common.filter { $0.name.hasPrefixIgnoringCase(name) }.map {
                Match(name: $0.name, isSwitch: $0.isSwitch, parameter: nil)
            }
        }
        return try unambiguous(name, prefixed)
    }

    private func unambiguous(_ name: String, _ matches: [Match]) throws -> Match? {
        guard matches.count > 1 else { return matches.first }
        throw BinderError.ambiguous(name, matches.map(\.name))
    }

    private func bind(_ match: Match, _ value: Value, text: String?, _ bound: inout Bound) throws {
        guard let place = match.parameter else { return try bound.common.set(match.name, value) }
        guard !bound.has(place) else { throw BinderError.twice(match.name) }
        try bind(place, value, text: text, &bound)
    }

    private func bind(_ place: Int, _ value: Value, text: String?, _ bound: inout Bound) throws {
        let parameter = signature.parameters[place]
        if hasInput, isDelayed(value, parameter), let block = value.asObject(ScriptBlock.self) {
            bound.delayed.append((place, block))
        } else {
            bound.values.append((place, argument(value, text, parameter)))
        }
        narrow(&bound, to: parameter)
        if bound.sets.isEmpty { throw BinderError.ambiguousSet }
    }

    /// Whether the argument is a delay-bind script block: given to a pipeline parameter of another type (about_Script_Blocks).
    private func isDelayed(_ value: Value, _ parameter: ParameterInfo) -> Bool {
        guard value.asObject(ScriptBlock.self) != nil, parameter.memberships.contains(where: { !$0.pipeline.isEmpty }) else {
            return false
        }
        let type = parameter.typeName.lowercased()
        return !type.hasPrefix("scriptblock") && !type.hasSuffix("scriptblock") && type != "object" && type != "psobject"
            && type != "object[]"
    }

    /// The value, or its spelling for a string parameter: `-Name 007`.
    private func argument(_ value: Value, _ text: String?, _ parameter: ParameterInfo) -> Value {
        if let text, parameter.typeName.lowercased().hasPrefix("string") { return .string(text) }
        return value
    }

    private func narrow(_ bound: inout Bound, to parameter: ParameterInfo) {
        bound.sets = bound.sets.filter { parameter.membership(in: $0) != nil }
    }

    // MARK: Positional

    private func bindPositional(_ positional: [Position], _ bound: inout Bound) throws {
        var rest = positional
        var place = 0
        while place < rest.count {
            let next = rest[place]
            if next.isUnknown {
                place += 1
                continue
            }
            guard let parameter = try nextPosition(bound, next.value) else { break }
            rest.remove(at: place)
            try bind(parameter, next.value, text: next.text, &bound)
        }
        guard !rest.isEmpty else { return }
        if let place = remainingTaker(bound) {
            let values = rest.map { argument($0.value, $0.text, signature.parameters[place]) }
            bound.values.append((place, values.count == 1 && values[0].enumerated != nil ? values[0] : .array(values)))
            narrow(&bound, to: signature.parameters[place])
            return
        }
        guard !signature.isAdvanced else { throw BinderError.surplus(rest[0].value) }
        bound.remaining = rest.map(\.value)
    }

    /// The index of the parameter that the next positional argument binds to: the unbound one with the lowest position in a
    /// possible set, the default set first; nil where there is none.
    /// - Throws: AmbiguousPositionalParameterNoName where two parameters of a set have the same position.
    private func nextPosition(_ bound: Bound, _ value: Value) throws -> Int? {
        let preferred =
            bound.sets.contains { $0.equalsIgnoringCase(signature.defaultSet) } && !signature.defaultSet.isEmpty
            ? [signature.defaultSet] : []
        // A parameter of the value's own type is preferred, in whichever set; only without one is the value converted.
        let isOpen = bound.sets.count > 1
        for (sets, fit) in (isOpen ? [Fit.own, .convertible, .any] : [.any]).flatMap({ [(preferred, $0), (bound.sets, $0)] })
        where !sets.isEmpty {
            let candidates = try sets.compactMap { try firstPosition(in: $0, bound) }.filter {
                accepts(signature.parameters[$0.place], value, fit)
            }
            if let best = candidates.min(by: { ($0.position, $0.place) < ($1.position, $1.place) }) { return best.place }
        }
        return nil
    }

    /// The unbound parameter with the lowest position in one set. A value that does not fit it rules the set out; later positions
    /// are not tried.
    private func firstPosition(in set: String, _ bound: Bound) throws -> (place: Int, position: Int)? {
        var first: (place: Int, position: Int)?
        for (place, parameter) in signature.parameters.enumerated() where !bound.has(place) {
            guard let membership = parameter.membership(in: set), let position = membership.position, !membership.takesRemaining
            else { continue }
            if first?.position == position { throw BinderError.ambiguousPosition }
            if first.map({ position < $0.position }) ?? true { first = (place, position) }
        }
        return first
    }

    /// How well a value has to fit a parameter's type.
    private enum Fit {
        /// The value is of the type.
        case own
        /// The value can be converted to the type.
        case convertible
        /// Not checked.
        case any
    }

    /// Whether a value fits a parameter, to choose between sets with parameters at the same position.
    private func accepts(_ parameter: ParameterInfo, _ value: Value, _ fit: Fit) -> Bool {
        switch fit {
        case .own: return isOwn(parameter, value)
        case .convertible: return isConvertible(parameter, value)
        case .any: return true
        }
    }

    private func isConvertible(_ parameter: ParameterInfo, _ value: Value) -> Bool {
        let name = parameter.typeName.lowercased()
        let element = name.hasSuffix("[]") ? String(name.dropLast(2)) : name
        switch element {
        case "int", "long", "double", "guid":
            guard let type = TypeTable.builtin.find(element) else { return true }
            return (value.enumerated ?? [value]).allSatisfy { (try? Conversion.convert($0, to: type)) != nil }
        case "hashtable", "job", "scriptblock", "exception", "errorrecord": return isOwn(parameter, value)
        default: return true
        }
    }

    private func isOwn(_ parameter: ParameterInfo, _ value: Value) -> Bool {
        for case .set(let names, _, _) in parameter.validations {
            guard names.contains(where: { $0.equalsIgnoringCase(value.displayText) }) else { return false }
        }
        switch parameter.typeName.lowercased() {
        case "scriptblock", "scriptblock[]":
            return (value.enumerated ?? [value]).allSatisfy { $0.asObject(ScriptBlock.self) != nil }
        case "int[]": return (value.enumerated ?? [value]).allSatisfy { (try? Conversion.integer($0)) != nil }
        case "string", "string[]":
            // Objects that have no string form, such as errors, do not count as strings: they are meant for a parameter of their
            // type.
            if value.asObject(ScriptBlock.self) != nil { return false }
            guard case .object(let object) = (value.enumerated?.first ?? value) else { return true }
            if object is ErrorRecord || object is ExceptionObject { return false }
            return object is EnumObject || object.type.isValueType || object.stringForm != nil
        case "hashtable": return value.asObject(HashtableObject.self) != nil
        case "errorrecord": return value.asObject(ErrorRecord.self) != nil
        case "exception": return value.asObject(ExceptionObject.self) != nil
        case "job", "job[]":
            return (value.enumerated ?? [value]).allSatisfy { $0.type.hierarchy.contains("System.Management.Automation.Job") }
        case let name:
            let isArray = name.hasSuffix("[]")
            guard let type = TypeTable.builtin.find(isArray ? String(name.dropLast(2)) : name), type.isValueType,
                type.enumeration == nil
            else {
                // A parameter with a fixed list of values (for completion) takes no object that is neither an enumeration value nor
                // a value type.
                guard case .values = parameter.completer, case .object(let object) = value.enumerated?.first ?? value else {
                    return true
                }
                return object is EnumObject || object.type.isValueType
            }
            return isArray ? value.enumeratedOrSelf.allSatisfy { $0.type === type } : value.type === type
        }
    }

    private func remainingTaker(_ bound: Bound) -> Int? {
        signature.parameters.indices.first { place in
            !bound.has(place) && bound.sets.contains { signature.parameters[place].membership(in: $0)?.takesRemaining == true }
        }
    }

    // MARK: The rest

    /// Binds the entries of `$PSDefaultParameterValues` for parameters that no argument bound.
    private func bindDefaults(_ defaults: [(String, Value)], _ bound: inout Bound) throws {
        for (name, value) in defaults {
            guard let match = try? find(name) else { continue }
            guard let place = match.parameter else {
                try bound.common.set(match.name, value)
                continue
            }
            let parameter = signature.parameters[place]
            if !bound.has(place), bound.sets.contains(where: { parameter.membership(in: $0) != nil }) {
                try bind(place, value, text: nil, &bound)
            }
        }
    }

    private func finish(_ bound: inout Bound, hasInput: Bool) throws {
        let given = bound
        func missing(_ set: String) -> [String] {
            signature.parameters.enumerated().compactMap { place, parameter in
                guard let membership = parameter.membership(in: set), membership.isMandatory, !given.has(place) else { return nil }
                return hasInput && !membership.pipeline.isEmpty ? nil : parameter.name
            }
        }
        let complete = bound.sets.filter { missing($0).isEmpty }
        let isDefault = { (set: String) in set.equalsIgnoringCase(signature.defaultSet) }
        if complete.isEmpty {
            let set = bound.sets.first(where: isDefault) ?? bound.sets[0]
            throw BinderError.missingMandatory(missing(set))
        }
        // The default set comes first; the others stay possible, as pipeline input may decide between them.
        if let chosen = complete.first(where: isDefault) {
            bound.sets = [chosen] + complete.filter { !isDefault($0) }
        } else {
            bound.sets = complete
        }
        if !hasInput { bound.sets = [bound.sets[0]] }
        let sets = bound.sets
        bound.pipeline = signature.parameters.indices.filter { place in
            !given.has(place) && sets.contains { signature.parameters[place].membership(in: $0)?.pipeline.isEmpty == false }
        }
    }
}
