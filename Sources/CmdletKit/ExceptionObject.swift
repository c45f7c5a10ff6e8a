import Values

/// System.Exception and the types that derive from it, known by name.
open class ExceptionObject: Object {
    public let typeName: String
    public var message: String
    public var inner: ExceptionObject?
    /// The parameter that an ArgumentException is about.
    public var parameterName: String?
    /// The record that a script threw along, so that rethrowing keeps it.
    public var record: Value = .null

    public init(_ message: String, typeName: String = "System.Exception", inner: ExceptionObject? = nil) {
        self.message = message
        self.typeName = typeName
        self.inner = inner
        super.init()
    }

    open override var type: ObjectType { ExceptionTypes.find(typeName) }
    open override var stringForm: String? { "\(type.name): \(message)" }
}
