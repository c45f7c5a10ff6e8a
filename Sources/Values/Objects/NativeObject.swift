/// A Swift value as an object of the language, with the members that its `ObjectType` declares for it.
public final class NativeObject<Wrapped>: Object, EquatableObject {
    /// The Swift value that the object stands for.
    public var value: Wrapped
    private let nativeType: ObjectType
    private let text: (@Sendable (Wrapped) -> String)?
    private let equality: (@Sendable (Wrapped, Value) -> Bool?)?

    /// - Parameter equality: compares the object with another value; nil where it equals only itself.
    public init(
        _ value: Wrapped, type: ObjectType, text: (@Sendable (Wrapped) -> String)? = nil,
        equality: (@Sendable (Wrapped, Value) -> Bool?)? = nil
    ) {
        self.value = value
        nativeType = type
        self.text = text
        self.equality = equality
        super.init()
    }

    public override var type: ObjectType { nativeType }
    public override var stringForm: String? { text.map { $0(value) } }
    /// What the object's own equality says of another value; nil where it has none.
    public func equals(_ other: Value) -> Bool? { equality?(value, other) }
}
