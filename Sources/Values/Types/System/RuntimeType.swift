/// A type as a value.
public final class TypeObject: Object, EquatableObject {
    /// The type for which the object stands.
    public let represented: ObjectType

    /// Makes the value of a type.
    public init(_ represented: ObjectType) {
        self.represented = represented
        super.init()
    }

    public override var type: ObjectType { .type }
    public override var stringForm: String? { TypeTable.accelerator(of: represented) ?? represented.name }

    /// A text is the type that it names, as the right side of -eq becomes of the left one's type.
    public func equals(_ other: Value) -> Bool? {
        if let type = other.asObject(TypeObject.self)?.represented { return type.isSame(as: represented) }
        return other.text.flatMap { TypeTable.builtin.find($0) }.map { $0 === represented }
    }
}

extension ObjectType {
    /// The type of types as values (`[int].GetType()`).
    public static let type = ObjectType("System.RuntimeType", base: .systemType, members: TypeMembers.instance)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add(internal: "System.RuntimeType") { .type } }
