import Values

/// System.Exception or a type derived from it. The derived type is known by its name; only types with more members are subclasses.
open class ExceptionObject: Object {
    /// The full name of the exception's type (`System.IO.IOException`).
    public let typeName: String
    /// The message.
    public var message: String
    /// The InnerException, if there is one.
    public var inner: ExceptionObject?
    /// ArgumentException's ParamName; nil if none is known.
    public var parameterName: String?
    /// The error record that belongs to the exception (`$_.Exception.ErrorRecord`), which a rethrow must keep; null if there is
    /// none.
    public var record: Value = .null

    /// Makes an exception.
    /// - Parameter typeName: the full name of its type; an unknown name makes a type derived from System.Exception.
    public init(_ message: String, typeName: String = "System.Exception", inner: ExceptionObject? = nil) {
        self.message = message
        self.typeName = typeName
        self.inner = inner
        super.init()
    }

    open override var type: ObjectType { ExceptionTypes.find(typeName) }
    open override var stringForm: String? { "\(type.name): \(message)" }
}
