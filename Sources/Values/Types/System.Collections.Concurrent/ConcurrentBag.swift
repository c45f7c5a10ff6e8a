/// A bag for several threads: a list whose newest element is taken first.
enum ConcurrentBagType {
    private static func own(_ value: Value) throws -> ListObject {
        guard let list = value.asObject(ListObject.self) else { throw ArrayMembers.outOfBounds }
        return list
    }

    private static func give(_ element: Value?, _ target: Value) throws -> Value {
        try (target.reference as? any ReferenceObjectValue)?.store(element ?? .null)
        return .bool(element != nil)
    }

    static func members(_ element: ObjectType) -> [Member] {
        let reference = "System.Management.Automation.PSReference result"
        return [
            .property("IsEmpty", "bool") { .bool(try own($0).elements.isEmpty) }, ConcurrentCollection.syncRoot,
            .method("TryTake", reference, returns: "bool") { try give(try own($0).elements.popLast(), $1[0]) },
            .method("TryPeek", reference, returns: "bool") { try give(try own($0).elements.last, $1[0]) },
        ]
            + ListMembers.typed(element).filter {
                ["Add", "Count", "Clear", "CopyTo", "GetEnumerator", "IsSynchronized"].contains($0.name)
            }
            + ListMembers.typedRanges(element).filter { $0.name == "ToArray" }
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Collections.Concurrent.ConcurrentBag", arity: 1...1) {
        GenericListType.make($0, $1) { ConcurrentBagType.members($0) }
    }
}
