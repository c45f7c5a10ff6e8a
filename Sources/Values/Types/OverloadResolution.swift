/// What a parameter of a method takes.
enum ArgumentKind: Sendable {
    case any, string, int, long, double, bool, char, chars, strings, array
    /// A type by its name. It is looked up by each call: a type's members are declared before the types exist that they name.
    case type(String)

    init(_ type: String) {
        switch type {
        case "string": self = .string
        case "int": self = .int
        case "long": self = .long
        case "double": self = .double
        case "bool": self = .bool
        case "char": self = .char
        case "char[]": self = .chars
        case "string[]": self = .strings
        case "object[]", "array", "byte[]": self = .array
        case "object": self = .any
        default: self = .type(type)
        }
    }

    /// How far an argument is from the kind: 0 exact, larger is worse, nil when it cannot be converted.
    func distance(_ value: Value) -> Int? {
        switch (self, value) {
        case (.any, _): return 50
        case (.type(let name), _): return Self.distance(value, toTypeNamed: name)
        case (.string, .string), (.int, .int), (.long, .long), (.double, .double), (.bool, .bool), (.char, .char): return 0
        case (.strings, .array), (.chars, .array), (.array, .array): return 2
        case (.long, .int): return 1
        case (.double, .int), (.double, .long): return 2
        case (.int, .long), (.int, .double), (.long, .double): return 5
        case (.int, .char), (.long, .char): return 3
        case (.string, .char): return 4
        case (.string, .null), (.strings, .null), (.array, .null), (.chars, .null): return 6
        case (.char, .string(let text)): return text.value.utf16.count == 1 ? 4 : nil
        case (.chars, .string): return 8
        case (.chars, .char), (.strings, .string): return 7
        case (.int, .string), (.long, .string), (.double, .string): return (try? Conversion.double(value)) == nil ? nil : 12
        case (.int, .object), (.long, .object), (.double, .object): return (try? Conversion.double(value)) == nil ? nil : 6
        case (.int, .bool), (.long, .bool), (.double, .bool): return 12
        case (.bool, _): return 14
        case (.string, _): return 16
        case (.strings, _), (.array, _), (.chars, _): return 20
        default: return nil
        }
    }

    private static func distance(_ value: Value, toTypeNamed name: String) -> Int? {
        guard let type = TypeTable.builtin.find(name) else {
            // A type of another target, a script's class: what derives from it fits, and the method judges the rest.
            guard case .object(let object) = value else { return 30 }
            return object.type.hierarchy.contains { $0 == name || $0.hasSuffix("." + name) } ? 0 : 40
        }
        if !value.isNull, value.type.isKind(of: type) { return 0 }
        if let enumeration = type.enumeration { return distance(value, to: enumeration) }
        if case .object = value { return 40 }
        return 30
    }

    /// An enumeration takes its values' names and numbers. Numbers come last: most methods that take an enumeration have an overload with a
    /// number in its place as well.
    private static func distance(_ value: Value, to enumeration: Enumeration) -> Int? {
        switch value {
        case .string(let text): enumeration.rawValue(of: text.value) == nil ? nil : 9
        case .int, .long, .fixed: 25
        case .array(let array) where enumeration.isFlags:
            array.elements.allSatisfy { $0.text.flatMap { enumeration.rawValue(of: $0) } != nil } ? 25 : nil
        default: nil
        }
    }

    /// The argument as the method gets it. An array that needs no change is passed itself, so that a method can write into it.
    func coerce(_ value: Value) throws -> Value {
        switch self {
        case .any: return value
        case .type(let name):
            guard !value.isNull, let type = TypeTable.builtin.find(name), !value.type.isKind(of: type),
                type.enumeration != nil || type.convert != nil
            else { return value }
            return try Conversion.convert(value, to: type)
        case .string:
            // Null becomes the empty text, and only [NullString]::Value the null of a string.
            return value.reference?.type === ObjectType.nullString ? .null : .string(value.displayText)
        case .int: return .int(try Conversion.int32(value))
        case .long: return .long(try Conversion.integer(value))
        case .double: return .double(try Conversion.double(value))
        case .bool: return .bool(Conversion.bool(value))
        case .char:
            if case .char = value { return value }
            return .char(value.displayText.utf16.first ?? 0)
        case .chars:
            if case .string(let text) = value { return .array(text.value.utf16.map { .char($0) }) }
            if case .array(let array) = value, array.elementType === ObjectType.char { return value }
            return .array(value.enumeratedOrSelf.flatMap { $0.displayText.utf16.map { .char($0) } })
        case .strings: return .array(value.enumeratedOrSelf.map { .string($0.displayText) })
        case .array:
            if case .array = value { return value }
            return .array(value.enumeratedOrSelf)
        }
    }
}

/// Chooses an overload as PowerShell does, by the closest match of all the arguments, and calls it.
public enum OverloadResolution {
    /// Calls the overload that fits the arguments best.
    /// - Throws: MethodCountCouldNotFindBest where none fits; MethodArgumentConversionInvalidCastArgument where the one overload of so many
    ///   parameters has one that an argument cannot be converted for; what the method throws.
    public static func invoke(_ name: String, _ overloads: [Overload], on receiver: Value, _ arguments: [Value]) throws -> Value {
        let candidates = overloads.filter { takes($0, arguments.count) }
        // The only one is called without a comparison, as in PowerShell: the message then says which argument is wrong.
        var best = candidates.count == 1 ? candidates.first : nil
        if best == nil {
            var least = Int.max
            for overload in candidates {
                guard let distance = distance(overload, arguments), distance < least else { continue }
                (best, least) = (overload, distance)
            }
        }
        guard let best else {
            throw ValueError(
                "Cannot find an overload for \"\(name)\" and the argument count: \"\(arguments.count)\".",
                id: "MethodCountCouldNotFindBest",
                exception: "System.Management.Automation.MethodException", category: "NotSpecified")
        }
        return try best.invoke(receiver, Arguments(try coerce(name, best, arguments)))
    }

    private static func takes(_ overload: Overload, _ count: Int) -> Bool {
        let required = overload.parameters.count(where: { !$0.isOptional && !$0.isVariadic })
        return count >= required && (overload.parameters.last?.isVariadic == true || count <= overload.parameters.count)
    }

    private static func distance(_ overload: Overload, _ arguments: [Value]) -> Int? {
        let variadic = overload.parameters.last?.isVariadic == true
        // An array for `params` stands as it is; loose arguments are the last that is tried.
        let passesArray = if arguments.count == overload.parameters.count, case .array = arguments.last { true } else { false }
        var total = variadic ? (passesArray ? 3 : 60) : 0
        for (place, argument) in arguments.enumerated() {
            guard let parameter = place < overload.parameters.count ? overload.parameters[place] : overload.parameters.last else {
                return nil
            }
            if parameter.isVariadic, arguments.count == overload.parameters.count {
                if case .array = argument { continue }
                if isText(argument, for: parameter) {
                    total += 8
                    continue
                }
            }
            guard let step = parameter.kind.distance(argument) else { return nil }
            total += step
        }
        return total
    }

    /// A text stands for all the characters that it has: `'a/\'.TrimEnd('/\')`.
    private static func isText(_ argument: Value, for parameter: Overload.Parameter) -> Bool {
        if case (.char, .string) = (parameter.kind, argument) { true } else { false }
    }

    private static func coerce(_ name: String, _ overload: Overload, _ arguments: [Value]) throws -> [Value] {
        var coerced: [Value] = []
        for (place, argument) in arguments.enumerated() {
            guard let parameter = place < overload.parameters.count ? overload.parameters[place] : overload.parameters.last else {
                break
            }
            if parameter.isVariadic {
                let rest: [Value]
                if arguments.count == overload.parameters.count, isText(argument, for: parameter) {
                    coerced.append(try ArgumentKind.chars.coerce(argument))
                    return coerced
                }
                if arguments.count == overload.parameters.count, case .array(let array) = argument {
                    rest = array.elements
                } else {
                    rest = Array(arguments[place...])
                }
                coerced.append(.array(try rest.map { try coerce(name, parameter, $0) }))
                return coerced
            }
            coerced.append(try coerce(name, parameter, argument))
        }
        if overload.parameters.last?.isVariadic == true { coerced.append(.array([])) }
        return coerced
    }

    private static func coerce(_ method: String, _ parameter: Overload.Parameter, _ argument: Value) throws -> Value {
        do { return try parameter.kind.coerce(argument) } catch let error as ValueError {
            let type = TypeTable.builtin.find(parameter.type)?.name ?? parameter.type
            throw ValueError(
                "Cannot convert argument \"\(parameter.name)\", with value: \"\(argument.displayText)\", for \"\(method)\" to type "
                    + "\"\(type)\": \"\(error.message)\"",
                id: "MethodArgumentConversionInvalidCastArgument", exception: "System.Management.Automation.MethodException",
                category: "NotSpecified")
        }
    }
}
