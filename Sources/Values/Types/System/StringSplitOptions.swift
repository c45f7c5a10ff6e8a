extension ObjectType {
    static let stringSplitOptions = ObjectType.enumeration(
        "System.StringSplitOptions",
        Enumeration([("None", 0), ("RemoveEmptyEntries", 1), ("TrimEntries", 2)], isFlags: true))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.StringSplitOptions") { .stringSplitOptions }
}
