/// A comparable Swift value as an object of the language, with the format strings that its type defines.
public final class OrderedNative<Wrapped: Comparable>: Object, ComparableObject, FormattableObject, EquatableObject {
    /// The Swift value that the object stands for.
    public let value: Wrapped
    private let nativeType: ObjectType
    private let text: @Sendable (Wrapped, _ format: String) -> String

    /// - Parameter text: makes the value's text in a format; an empty format stands for the type's usual text.
    init(_ value: Wrapped, type: ObjectType, text: @escaping @Sendable (Wrapped, _ format: String) -> String) {
        self.value = value
        nativeType = type
        self.text = text
        super.init()
    }

    public override var type: ObjectType { nativeType }
    public override var stringForm: String? { text(value, "") }
    /// The value's text in a format that its type defines; an empty format is its usual text.
    /// - Throws: no error; the protocol's other types do.
    public func formatted(_ format: String) throws -> String { text(value, format) }
    /// Whether the other value holds an equal one; nil for values of other types.
    public func equals(_ other: Value) -> Bool? { other.asObject(OrderedNative<Wrapped>.self).map { $0.value == value } }
    /// The order of the values held; nil for objects of other types.
    public func order(to other: Object) -> Int? {
        (other as? OrderedNative<Wrapped>).map { value < $0.value ? -1 : value == $0.value ? 0 : 1 }
    }
}
