/// System.String.
public final class StringObject: Object {
    /// Mutable only for `+=` on a string nobody else holds, which makes appending linear.
    public var value: String

    /// Boxes a Swift string.
    @inlinable public init(_ value: String) {
        self.value = value
        super.init()
    }

    /// Adds the text of a value in place.
    public func append(_ other: Value) {
        if case .string(let text) = other { value.append(text.value) } else { value.append(other.displayText) }
    }

    public override var type: ObjectType { .string }
    public override var stringForm: String? { value }
}

extension ObjectType {
    /// System.String.
    public static let string = ObjectType(
        "System.String", base: .object, interfaces: ["System.IComparable", "System.Collections.IEnumerable"],
        members: StringMembers.instance,
        statics: StringMembers.statics, construct: StringMembers.construct, convert: { .string($0.displayText) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.String", "string") { .string } }
