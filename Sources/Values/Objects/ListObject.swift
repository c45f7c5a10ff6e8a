/// System.Collections.ArrayList and System.Collections.Generic.List: grows in place.
public final class ListObject: Object {
    public var elements: [Value]
    /// Nothing is added any more (PSDataCollection.Complete).
    public var isComplete = false
    private let listType: ObjectType

    public init(_ elements: [Value] = [], type: ObjectType = .list) {
        self.elements = elements
        listType = type
        super.init()
    }

    public override var type: ObjectType { listType }
    public override var enumerated: [Value]? { elements }
}
