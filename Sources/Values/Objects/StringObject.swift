/// System.String.
public final class StringObject: Object {
    /// Mutable only for `+=` on a string nobody else holds, which makes appending linear.
    public var value: String

    @inlinable public init(_ value: String) {
        self.value = value
        super.init()
    }

    public override var type: ObjectType { .string }
    public override var stringForm: String? { value }
}
