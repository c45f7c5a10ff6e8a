import SourceText

/// A JSON value of `docker inspect` and --format. Members keep their order.
package indirect enum DockerJSON: Sendable, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
    /// null; `<no value>` in a template.
    case null
    /// A Boolean.
    case bool(Bool)
    /// An integer.
    case number(Int64)
    /// A string.
    case string(String)
    /// An array.
    case array([DockerJSON])
    /// An object, with its members in the order in which they are written.
    case object([(name: String, value: DockerJSON)])

    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }

    static func strings(_ values: [String]) -> DockerJSON { .array(values.map { .string($0) }) }

    /// The member of a name, with regard to case; nil if there is none or the value is no object.
    subscript(_ name: some StringProtocol) -> DockerJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The value as a Go template prints it.
    var text: String {
        switch self {
        case .null: "<no value>"
        case .bool(let value): String(value)
        case .number(let value): String(value)
        case .string(let value): value
        case .array(let elements): "[" + elements.map(\.text).joined(separator: " ") + "]"
        case .object(let members): "map[" + members.map { "\($0.name):\($0.value.text)" }.joined(separator: " ") + "]"
        }
    }

    /// The value as JSON on one line.
    var compact: String {
        switch self {
        case .null: "null"
        case .bool(let value): String(value)
        case .number(let value): String(value)
        case .string(let value): Self.quoted(value)
        case .array(let elements): "[" + elements.map(\.compact).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\(Self.quoted($0.name)):\($0.value.compact)" }.joined(separator: ",") + "}"
        }
    }

    /// The value as indented JSON, by four spaces as `docker inspect` prints it.
    func pretty(_ indent: String = "") -> String {
        let inner = indent + "    "
        switch self {
        case .array(let elements) where !elements.isEmpty:
            return "[\n" + elements.map { inner + $0.pretty(inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let members) where !members.isEmpty:
            return "{\n" + members.map { "\(inner)\(Self.quoted($0.name)): \($0.value.pretty(inner))" }.joined(separator: ",\n")
                + "\n\(indent)}"
        default: return compact
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case _ where scalar.isTerminalControl:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
