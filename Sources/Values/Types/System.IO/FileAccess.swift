extension ObjectType {
    static let fileAccess = ObjectType.enumeration(
        "System.IO.FileAccess",
        Enumeration([("Read", 1), ("Write", 2), ("ReadWrite", 3)], isFlags: true))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.IO.FileAccess") { .fileAccess } }
