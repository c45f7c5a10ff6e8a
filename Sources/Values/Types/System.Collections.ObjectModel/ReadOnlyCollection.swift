/// What a collection refuses that another list stands behind and that does not change by itself.
enum ReadOnlyCollectionType {
    static let own: [Member] =
        [.property("IsReadOnly", "bool") { _ in .bool(true) }, .property("IsFixedSize", "bool") { _ in .bool(true) }]
        + [
            ("Add", ["object value"]), ("Clear", []), ("Insert", ["int index", "object value"]), ("Remove", ["object value"]),
            ("RemoveAt", ["int index"]),
        ]
        .map { name, parameters in
            .method(
                name,
                overloads: [
                    Overload(parameters, returns: "void") { _, _ in
                        throw ValueError(
                            "Collection is read-only.", id: "NotSupportedException", exception: "System.NotSupportedException",
                            category: "NotSpecified")
                    }
                ])
        }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Collections.ObjectModel.ReadOnlyCollection", arity: 1...1) {
        GenericListType.make($0, $1) { ReadOnlyCollectionType.own + ListMembers.typed($0) }
    }
}
