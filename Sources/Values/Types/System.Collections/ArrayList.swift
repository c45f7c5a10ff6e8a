/// System.Collections.ArrayList and System.Collections.Generic.List: grows in place.
public final class ListObject: Object {
    /// The elements, which change in place.
    public var elements: [Value]
    /// Whether the collection takes no more elements (PSDataCollection.Complete).
    public var isComplete: Bool {
        get { streamState.contains(.complete) }
        set { if newValue { streamState.insert(.complete) } else { streamState.remove(.complete) } }
    }
    /// What a script has set of a PSDataCollection; nothing for every other list.
    var streamState: DataCollectionState = []
    private let listType: ObjectType

    /// A list of .NET's type ArrayList, or of a generic type.
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
    /// System.Collections.ArrayList.
    public static let list = ObjectType(
        "System.Collections.ArrayList", base: .object,
        interfaces: ["System.Collections.IEnumerable", "System.Collections.ICollection", "System.Collections.IList"],
        members: ListMembers.arrayList + ListMembers.ranges + ListMembers.instance, statics: [synchronized],
        construct: ListMembers.construct,
        convert: { .object(ListObject($0.enumeratedOrSelf)) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Collections.ArrayList") { .list } }
