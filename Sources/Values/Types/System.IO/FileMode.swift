extension ObjectType {
    static let fileMode = ObjectType.enumeration(
        "System.IO.FileMode",
        Enumeration([("CreateNew", 1), ("Create", 2), ("Open", 3), ("OpenOrCreate", 4), ("Truncate", 5), ("Append", 6)]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.IO.FileMode") { .fileMode } }
