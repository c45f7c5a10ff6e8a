import Values

extension ErrorRecord: ParameterValue {
    public static var parameterTypeName: String { "ErrorRecord" }
    public static func fromArgument(_ value: Value) throws -> ErrorRecord {
        if let record = value.asObject(ErrorRecord.self) { return record }
        if let record = value.asObject(ExceptionObject.self)?.record.asObject(ErrorRecord.self) { return record }
        throw cannotConvert(value, to: "System.Management.Automation.ErrorRecord")
    }

    fileprivate static func cannotConvert(_ value: Value, to type: String) -> ValueError {
        ValueError(
            "Cannot convert the \"\(value.displayText)\" value of type \"\(value.typeName)\" to type \"\(type)\".",
            id: "ConvertToFinalInvalidCastException", exception: "System.Management.Automation.PSInvalidCastException",
            category: "InvalidArgument")
    }
}

/// A parameter of type System.Exception.
public struct ExceptionArgument: ParameterValue {
    /// The exception object.
    public let exception: ExceptionObject

    public static var parameterTypeName: String { "Exception" }
    public static func fromArgument(_ value: Value) throws -> ExceptionArgument {
        if let exception = value.asObject(ExceptionObject.self) { return ExceptionArgument(exception: exception) }
        // A text becomes an exception with that message, as the cast `[Exception] "text"` does.
        if let text = value.text { return ExceptionArgument(exception: ExceptionObject(text)) }
        throw ErrorRecord.cannotConvert(value, to: "System.Exception")
    }
}
