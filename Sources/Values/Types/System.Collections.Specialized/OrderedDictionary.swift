extension ObjectType {
    /// System.Collections.Specialized.OrderedDictionary: a number that is an index is a place.
    public static let orderedDictionary = ObjectType(
        "System.Collections.Specialized.OrderedDictionary", base: .object,
        interfaces: ["System.Collections.IDictionary", "System.Collections.ICollection", "System.Collections.IEnumerable"],
        members: HashtableMembers.places + HashtableMembers.instance,
        construct: { _ in .object(HashtableObject(ordered: true)) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Collections.Specialized.OrderedDictionary", "ordered") { .orderedDictionary }
}
