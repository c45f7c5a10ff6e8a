/// System.DBNull, NullString and AutomationNull: values of which there is one.
public final class SingletonObject: Object, TruthObject, EquatableObject {
    private let singletonType: ObjectType
    private let text: String

    init(_ type: ObjectType, text: String = "") {
        singletonType = type
        self.text = text
        super.init()
    }

    /// False, since DBNull, NullString and AutomationNull stand for the absence of a value.
    public var isTrue: Bool { false }
    public override var type: ObjectType { singletonType }
    public override var stringForm: String? { text }
    /// Whether the other value is the one of the same type.
    public func equals(_ other: Value) -> Bool? { other.reference?.type === singletonType }
}

extension ObjectType {
    /// A type of one value, which stands in its static property Value.
    static func singleton(_ name: String) -> ObjectType {
        let box = TypeBox()
        let type = ObjectType(name, base: .object, statics: [.constant("Value", name) { .object(SingletonObject(box.type)) }])
        box.set(type)
        return type
    }
}
