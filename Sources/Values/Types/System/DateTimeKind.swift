extension ObjectType {
    static let dateTimeKind = ObjectType.enumeration("System.DateTimeKind", Enumeration(["Unspecified", "Utc", "Local"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.DateTimeKind") { .dateTimeKind } }
