/// System.Object[] and typed arrays: fixed in length for the language, which makes a new one where a script adds to it.
public final class ArrayObject: Object {
    public var elements: [Value]
    /// The type each element has; nil for object[].
    public let elementType: ObjectType?

    public init(_ elements: [Value], of elementType: ObjectType? = nil) {
        self.elements = elements
        self.elementType = elementType
        super.init()
    }

    public override var type: ObjectType { elementType.map { ObjectType.array(of: $0) } ?? .array }
    public override var enumerated: [Value]? { elements }
}
