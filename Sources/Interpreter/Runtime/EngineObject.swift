import Values

/// An object whose members use the engine, such as `$ExecutionContext`. It does not keep the engine alive.
class EngineObject: Object {
    private let link: EngineLink

    init(_ engine: Engine) {
        link = engine.link
        super.init()
    }

    /// The engine of the object whose member is called.
    /// - Throws: `ValueError` where the session has ended.
    final class func engine(_ value: Value) throws -> Engine {
        guard let engine = value.asObject(EngineObject.self)?.link.engine else {
            throw ValueError("No session.", id: "InvalidOperation")
        }
        return engine
    }
}
