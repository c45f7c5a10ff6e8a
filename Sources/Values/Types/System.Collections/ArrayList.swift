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

extension ObjectType {
    /// A collection for several threads: every one is, since one at a time interprets.
    static let synchronized = Member.function("Synchronized", "object collection", returns: "object") { $0[0] }
    public static let list = ObjectType(
        "System.Collections.ArrayList", base: .object,
        interfaces: ["System.Collections.IEnumerable", "System.Collections.ICollection", "System.Collections.IList"],
        members: ListMembers.instance, statics: [synchronized], construct: ListMembers.construct,
        convert: { .object(ListObject($0.enumeratedOrSelf)) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Collections.ArrayList") { .list } }
