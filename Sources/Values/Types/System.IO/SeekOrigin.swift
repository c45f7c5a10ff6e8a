extension ObjectType {
    static let seekOrigin = ObjectType.enumeration(
        "System.IO.SeekOrigin",
        Enumeration(["Begin", "Current", "End"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.IO.SeekOrigin") { .seekOrigin } }
