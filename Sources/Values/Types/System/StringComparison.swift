extension ObjectType {
    static let stringComparison = ObjectType.enumeration(
        "System.StringComparison",
        Enumeration([
            "CurrentCulture", "CurrentCultureIgnoreCase", "InvariantCulture", "InvariantCultureIgnoreCase", "Ordinal",
            "OrdinalIgnoreCase",
        ]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.StringComparison") { .stringComparison }
}
