/// A Swift value as an object of the language, with the members that its `ObjectType` declares for it.
public final class NativeObject<Wrapped>: Object {
    public var value: Wrapped
    private let nativeType: ObjectType
    private let text: (@Sendable (Wrapped) -> String)?

    public init(_ value: Wrapped, type: ObjectType, text: (@Sendable (Wrapped) -> String)? = nil) {
        self.value = value
        nativeType = type
        self.text = text
        super.init()
    }

    public override var type: ObjectType { nativeType }
    public override var stringForm: String? { text.map { $0(value) } }
}
