extension ObjectType {
    static let fileShare = ObjectType.enumeration(
        "System.IO.FileShare",
        Enumeration([("None", 0), ("Read", 1), ("Write", 2), ("ReadWrite", 3), ("Delete", 4), ("Inheritable", 16)], isFlags: true))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.IO.FileShare") { .fileShare } }
