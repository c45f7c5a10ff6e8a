import FoundationEssentials

/// System.Guid.
public enum GuidType {
    /// System.Guid.
    public static let type = ObjectType(
        "System.Guid", base: .valueType, isValueType: true,
        // What PowerShell adds to .NET's type.
        members: [
            .property("Guid", "string") { .string($0.displayText) },
            .method(
                "ToString",
                overloads: [
                    Overload(returns: "string") { value, _ in .string(value.displayText) },
                    Overload("string format", "System.IFormatProvider provider?", returns: "string") { value, arguments in
                        .string(try formatted(value.displayText, arguments.string(0)))
                    },
                ]),
        ],
        statics: [
            .function("NewGuid", returns: "guid") { _ in box(UUID()) },
            .function("Parse", "string input", returns: "guid") { try convert($0[0]) },
            .constant("Empty", "guid") { empty },
        ],
        construct: { $0.count == 0 ? empty : try convert($0[0]) },
        convert: { try convert($0) })

    /// The forms of Guid.ToString, of the usual one with hyphens.
    private static func formatted(_ text: String, _ format: String) throws -> String {
        switch format.lowercased() {
        case "", "d": return text
        case "n": return text.filter { $0 != "-" }
        case "b": return "{" + text + "}"
        case "p": return "(" + text + ")"
        case "x":
            let digits = Array(text.filter { $0 != "-" })
            let cuts = [0, 8, 12, 16] + stride(from: 18, through: 32, by: 2)
            let parts = zip(cuts, cuts.dropFirst()).map { "0x" + String(digits[$0..<$1]) }
            return "{" + parts[..<3].joined(separator: ",") + ",{" + parts[3...].joined(separator: ",") + "}}"
        default:
            throw ValueError(
                "Format string can be only \"D\", \"d\", \"N\", \"n\", \"P\", \"p\", \"B\", \"b\", \"X\" or \"x\".",
                id: "FormatException", exception: "System.FormatException", category: "NotSpecified")
        }
    }

    private static var empty: Value { box(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))) }

    /// A new random id as text.
    public static var randomText: String { UUID().uuidString.lowercased() }

    /// A new random id.
    public static var random: Value { box(UUID()) }

    /// Prints in lower case, as .NET does.
    public static func box(_ id: UUID) -> Value { .object(NativeObject(id, type: type, text: { $0.uuidString.lowercased() })) }

    private static func convert(_ value: Value) throws -> Value {
        let text = value.displayText.trimmingSpaces().filter { $0 != "{" && $0 != "}" }
        if let id = UUID(uuidString: text) { return box(id) }
        if text.count == 32, text.allSatisfy(\.isHexDigit) {
            let cuts = [0, 8, 12, 16, 20, 32]
            let all = Array(text)
            let parts = zip(cuts, cuts.dropFirst()).map { String(all[$0..<$1]) }
            if let id = UUID(uuidString: parts.joined(separator: "-")) { return box(id) }
        }
        throw ValueError.cannotConvert(
            value, to: "System.Guid", reason: "Unrecognized Guid format.")
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Guid", "guid") { GuidType.type } }
