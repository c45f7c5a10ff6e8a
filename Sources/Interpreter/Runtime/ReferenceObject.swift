import Values

/// System.Management.Automation.PSReference: a reference to a variable (`[ref]$x`), or a box with a value of its own (`[ref]0`).
public final class ReferenceObject: Object, ReferenceObjectValue {
    private enum Target {
        case variable(scope: Scope, name: String)
        case own(Value)
    }
    private var target: Target

    init(scope: Scope, name: String) {
        target = .variable(scope: scope, name: name)
        super.init()
    }

    init(_ value: Value) {
        target = .own(value.orNull)
        super.init()
    }

    /// The value of the variable or the box.
    public var value: Value {
        switch target {
        case .variable(let scope, let name): scope.own(name)?.orNull ?? .null
        case .own(let value): value
        }
    }

    /// Assigns the variable or the box.
    /// - Throws: `ValueError` where the variable is read-only or cannot hold the value.
    public func store(_ value: Value) throws {
        switch target {
        case .variable(let scope, let name): try scope.set(name, value.orNull)
        case .own: target = .own(value.orNull)
        }
    }

    public override var type: ObjectType { Self.objectType }
    static let objectType = ObjectType(
        "System.Management.Automation.PSReference", base: .object,
        members: [
            .property(
                "Value", "object",
                set: { receiver, value in try receiver.asObject(ReferenceObject.self)?.store(value) }
            ) { $0.asObject(ReferenceObject.self)?.value ?? .null }
        ],
        construct: { .object(ReferenceObject($0[0])) },
        convert: { .object(ReferenceObject($0)) })
}
