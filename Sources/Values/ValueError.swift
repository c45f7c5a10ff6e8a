/// A failure of a conversion, an operator or a member, as .NET and PowerShell name it.
public struct ValueError: Error, Sendable, CustomStringConvertible {
    /// The exception's full type name (`System.DivideByZeroException`).
    public var exceptionType: String
    /// The first part of the fully qualified error id (`InvalidCastFromStringToInteger`).
    public var errorID: String
    public var message: String
    /// The exception behind a RuntimeException, which typed catch clauses see as well; nil where there is none.
    public var innerExceptionType: String?
    /// The id of the record that the exception behind it brings.
    public var innerErrorID: String?
    /// The category of the error record (`InvalidArgument`).
    public var category: String

    public init(
        _ message: String, id: String, exception: String = "System.Management.Automation.RuntimeException",
        category: String = "InvalidOperation"
    ) {
        self.message = message
        errorID = id
        exceptionType = exception
        self.category = category
    }

    public var description: String { message }
}

extension ValueError {
    /// A failed cast, with PowerShell's text.
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
        return ValueError(
            message, id: reason == nil ? "ConvertToFinalInvalidCastException" : id,
            exception: "System.Management.Automation.PSInvalidCastException", category: "InvalidArgument")
    }
}
