import Values

/// System.Management.Automation.ErrorDetails: a message that replaces the exception's when an error is shown.
public enum ErrorDetails {
    /// Makes the object of a message and what the user should do.
    public static func make(_ message: String, recommendedAction: String = "") -> Value {
        let object = CustomObject(
            [("Message", .string(message)), ("RecommendedAction", .string(recommendedAction))],
            type: type)
        return .object(object)
    }

    /// Converts a value that is assigned to `$record.ErrorDetails`: null and an object with a Message pass unchanged, anything else
    /// becomes the message.
    public static func from(_ value: Value) -> Value {
        value.isNull || value.property("Message") != nil ? value.orNull : make(value.displayText)
    }

    /// The object type, constructible from a message.
    public static let type: ObjectType = ObjectType(
        "System.Management.Automation.ErrorDetails", base: .object, construct: { make($0.string(0)) }, convert: { from($0) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ErrorDetails") { ErrorDetails.type }
}
