import FoundationEssentials

/// System.Guid.
public enum GuidType {
    public static let type = ObjectType(
        "System.Guid", base: .valueType, isValueType: true,
        // What PowerShell adds to .NET's type.
        members: [.property("Guid", "string") { .string($0.displayText) }],
        statics: [
            .function("NewGuid", returns: "guid") { _ in box(UUID()) },
            .function("Parse", "string input", returns: "guid") { try convert($0[0]) },
            .constant("Empty", "guid") { empty },
        ],
        construct: { $0.count == 0 ? empty : try convert($0[0]) },
        convert: { try convert($0) })

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
