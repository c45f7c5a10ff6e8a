import Values

/// A hashable key that equal objects share. Group-Object, Select-Object -Unique, Get-Unique and Compare-Object find equal objects
/// by it.
///
/// Hashing takes one step for each object; comparing each with all others would take a million steps for a thousand objects.
enum ObjectKey: Hashable {
    /// An integer of any numeric type.
    case number(Int)
    /// A string, or a character.
    case string(String)
    /// The text of any other value, with a prefix for its kind, and the objects in it that equal only themselves, in their order.
    case other(String, [ObjectIdentity])

    /// The key of a value.
    init(_ value: Value, ignoreCase: Bool) {
        switch value {
        case .int(let number): self = .number(Int(number))
        case .string(let text): self = .string(ignoreCase ? text.value.lowercased() : text.value)
        case .char: self = .string(ignoreCase ? value.displayText.lowercased() : value.displayText)
        case .long, .double, .fixed:
            let text = value.roundTripText
            self = Int(text).map { .number($0) } ?? .other("n" + text, [])
        default: self.init(texts: [value], ignoreCase: ignoreCase)
        }
    }

    /// The key of several values, such as those of -Property.
    init(_ values: [Value], ignoreCase: Bool) {
        if values.count == 1 {
            self.init(values[0], ignoreCase: ignoreCase)
        } else {
            self.init(texts: values, ignoreCase: ignoreCase)
        }
    }

    private init(texts values: [Value], ignoreCase: Bool) {
        var objects: [ObjectIdentity] = []
        let text = values.map { Self.text($0, depth: 0, &objects) }.joined(separator: "\u{1}")
        self = .other(ignoreCase ? text.lowercased() : text, objects)
    }

    private static func text(_ value: Value, depth: Int, _ objects: inout [ObjectIdentity]) -> String {
        switch value {
        case .null, .nothing, .unset: return "null"
        case .int, .long, .double, .fixed: return "n" + value.roundTripText
        case .string, .char: return "s" + value.displayText
        case .bool(let flag): return flag ? "true" : "false"
        case .array(let array):
            guard depth < 8 else { return "array" }
            return "[" + array.elements.map { text($0, depth: depth + 1, &objects) }.joined(separator: "\u{2}") + "]"
        case .object(let object):
            guard depth < 8 else { return object.type.name }
            if object is CustomObject {
                return "{"
                    + value.properties.map { $0.name.lowercased() + "=" + text($0.value, depth: depth + 1, &objects) }.joined(
                        separator: "\u{2}") + "}"
            }
            if object.type.isValueType || object is EnumObject, let form = object.stringForm { return "o" + form }
            objects.append(ObjectIdentity(object))
            return "@"
        }
    }
}
