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

extension ExceptionObject {
    /// System.Exception, the base of all exceptions.
    package static let objectType = ObjectType(
        "System.Exception", base: .object,
        members: [
            .property("Message", "string") { .string($0.asObject(ExceptionObject.self)?.message ?? "") },
            .property("InnerException", "System.Exception") { value in
                value.asObject(ExceptionObject.self)?.inner.map { .object($0) } ?? .null
            },
            .property("HResult", "int") { _ in .int(-2_146_233_088) },
            .property("StackTrace", "string") { _ in .null }, .property("Source", "string") { _ in .null },
            .method("GetBaseException", returns: "System.Exception") { value, _ in
                var base = value.asObject(ExceptionObject.self)
                // Bounded: a script can make a chain of inner exceptions that is a circle.
                for _ in 0..<64 { base = base?.inner ?? base }
                return base.map { .object($0) } ?? .null
            },
        ], construct: { ExceptionTypes.construct("System.Exception", message: nil, parameterPlace: nil, $0) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Exception") { ExceptionObject.objectType }
}
