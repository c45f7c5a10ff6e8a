/// System.Collections.IEnumerator: a walk over elements, for scripts that take its steps themselves, and for a pipeline.
public final class EnumeratorObject: Object {
    private let elements: [Value]
    private let enumeratorType: ObjectType
    /// Before the first element to begin with.
    private var place = -1

    /// A walk over a copy of the elements.
    public init(_ elements: [Value], type: ObjectType = EnumeratorObject.objectType) {
        self.elements = elements
        enumeratorType = type
        super.init()
    }

    public override var type: ObjectType { enumeratorType }

    /// What is left: a pipeline takes it all, and nothing is there afterwards.
    public override var enumerated: [Value]? { place < 0 ? elements : Array(elements.dropFirst(place + 1)) }

    /// The element at which the walk stands; null before the first and behind the last.
    public var current: Value { elements.indices.contains(place) ? elements[place] : .null }

    /// Goes to the next element; false where there is none.
    public func moveNext() -> Bool {
        if place < elements.count { place += 1 }
        return place < elements.count
    }

    /// Goes back before the first element.
    public func reset() { place = -1 }

    /// As after the last element: what a pipeline or a string has taken.
    public func exhaust() { place = elements.count }

    private static func own(_ value: Value) -> EnumeratorObject? { value.asObject(EnumeratorObject.self) }

    /// System.Collections.IEnumerator, with the members that IDictionaryEnumerator adds.
    public static let objectType = ObjectType(
        "System.Collections.IEnumerator", base: .object,
        members: [
            .property("Current", "object") { own($0)?.current ?? .null },
            .property("Key", "object") { own($0)?.current.property("Key") ?? .null },
            .property("Value", "object") { own($0)?.current.property("Value") ?? .null },
            .property("Entry", "object") { own($0)?.current ?? .null },
            .method("MoveNext", returns: "bool") { value, _ in .bool(own(value)?.moveNext() ?? false) },
            .method("Reset", returns: "void") { value, _ in
                own(value)?.reset()
                return .nothing
            },
            .method("Dispose", returns: "void") { _, _ in .nothing },
        ], isInterface: true)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Collections.IEnumerator") { EnumeratorObject.objectType }
}
