extension ObjectType {
    /// System.Boolean.
    public static let boolean = ObjectType(
        "System.Boolean", base: .valueType, isValueType: true, statics: BooleanMembers.statics,
        convert: { .bool(Conversion.bool($0)) })
}

/// System.Boolean.
enum BooleanMembers {
    static func parsed(_ text: String) throws -> Value {
        switch text.trimmingSpaces().lowercased() {
        case "true": return .bool(true)
        case "false": return .bool(false)
        default:
            throw ValueError(
                "String '\(text)' was not recognized as a valid Boolean.", id: "FormatException",
                exception: "System.FormatException",
                category: "NotSpecified")
        }
    }

    static let statics: [Member] = [
        .constant("TrueString", "string") { .string("True") }, .constant("FalseString", "string") { .string("False") },
        .function("Parse", "string value", returns: "bool") { try parsed($0.string(0)) },
        .function("TryParse", "string value", "System.Management.Automation.PSReference result", returns: "bool") { arguments in
            let value = try? parsed(arguments.string(0))
            try (arguments[1].reference as? any ReferenceObjectValue)?.store(value ?? .bool(false))
            return .bool(value != nil)
        },
    ]
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Boolean", "bool") { .boolean } }
