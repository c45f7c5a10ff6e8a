/// A failure of a conversion, an operator or a member, as .NET and PowerShell name it.
public struct ValueError: Error, Sendable, CustomStringConvertible {
    /// The exception's full type name (`System.DivideByZeroException`).
    public var exceptionType: String
    /// The first part of the fully qualified error id (`InvalidCastFromStringToInteger`).
    public var errorID: String
    /// The text that a script reads, a sentence.
    public var message: String
    /// The exception behind a RuntimeException, which typed catch clauses see as well; nil where there is none.
    public var innerExceptionType: String?
    /// The id of the record that the exception behind it brings.
    public var innerErrorID: String?
    /// What .NET's method says of itself, where the message is PowerShell's of a failed cast: a method that converts a value by the rule of
    /// casts fails with this message alone.
    public var reason: String?
    /// The category of the error record (`InvalidArgument`).
    public var category: String

    /// Describes a failure by its message, the first part of its error id, its exception's full type name and its category.
    public init(
        _ message: String, id: String, exception: String = "System.Management.Automation.RuntimeException",
        category: String = "InvalidOperation"
    ) {
        self.message = message
        errorID = id
        exceptionType = exception
        self.category = category
    }

    /// The message.
    public var description: String { message }
}

extension ValueError {
    /// A failed cast, with PowerShell's text.
    /// - Parameter reason: the message of the exception inside; nil where .NET has no conversion at all.
    static func cannotConvert(
        _ value: Value, to type: String, reason: String? = nil, id: String = "InvalidCastFromStringToInteger"
    ) -> ValueError {
        let message: String
        if let reason {
            message = "Cannot convert value \"\(value.displayText)\" to type \"\(type)\". Error: \"\(reason)\""
        } else if value.isNull {
            message = "Cannot convert null to type \"\(type)\"."
        } else {
            message = "Cannot convert the \"\(value.displayText)\" value of type \"\(value.typeName)\" to type \"\(type)\"."
        }
        var error = ValueError(
            message, id: reason == nil ? "ConvertToFinalInvalidCastException" : id,
            exception: "System.Management.Automation.PSInvalidCastException", category: "InvalidArgument")
        error.reason = reason
        return error
    }
}
