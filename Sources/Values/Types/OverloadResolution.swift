/// What a parameter of a method takes.
enum ArgumentKind: Sendable {
    case any, string, int, long, double, bool, char, chars, strings, array, type(String)

    init(_ type: String) {
        switch type {
        case "string": self = .string
        case "int", "System.StringComparison": self = type == "int" ? .int : .type(type)
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
        case (.type(let name), .object(let object)):
            return object.type.hierarchy.contains { $0 == name || $0.hasSuffix("." + name) } ? 0 : 40
        case (.type("System.StringComparison"), .string(let text)):
            return text.value.lowercased().contains("c") && text.value.count > 6 ? 9 : nil
        case (.type("System.StringComparison"), _): return nil
        case (.type, _): return 30
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

    func coerce(_ value: Value) throws -> Value {
        switch self {
        case .any, .type: return value
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
            return .array(value.enumeratedOrSelf.flatMap { $0.displayText.utf16.map { .char($0) } })
        case .strings: return .array(value.enumeratedOrSelf.map { .string($0.displayText) })
        case .array: return .array(value.enumeratedOrSelf)
        }
    }
}

/// Chooses an overload as PowerShell does, by the closest match of all the arguments, and calls it.
public enum OverloadResolution {
    public static func invoke(_ name: String, _ overloads: [Overload], on receiver: Value, _ arguments: [Value]) throws -> Value {
        var best: (overload: Overload, distance: Int)?
        for overload in overloads {
            guard let distance = distance(overload, arguments) else { continue }
            if best.map({ distance < $0.distance }) ?? true { best = (overload, distance) }
        }
        guard let best else {
            throw ValueError(
                "Cannot find an overload for \"\(name)\" and the argument count: \"\(arguments.count)\".",
                id: "MethodCountCouldNotFindBest",
                exception: "System.Management.Automation.MethodException", category: "NotSpecified")
        }
        return try best.overload.invoke(receiver, Arguments(try coerce(best.overload, arguments)))
    }

    private static func distance(_ overload: Overload, _ arguments: [Value]) -> Int? {
        let variadic = overload.parameters.last?.isVariadic == true
        let required = overload.parameters.count(where: { !$0.isOptional && !$0.isVariadic })
        guard arguments.count >= required, variadic || arguments.count <= overload.parameters.count else { return nil }
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

    private static func coerce(_ overload: Overload, _ arguments: [Value]) throws -> [Value] {
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
                coerced.append(.array(try rest.map { try parameter.kind.coerce($0) }))
                return coerced
            }
            coerced.append(try parameter.kind.coerce(argument))
        }
        if overload.parameters.last?.isVariadic == true { coerced.append(.array([])) }
        return coerced
    }
}
