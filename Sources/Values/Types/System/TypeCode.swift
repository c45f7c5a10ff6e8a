extension ObjectType {
    static let typeCode = ObjectType.enumeration(
        "System.TypeCode",
        Enumeration([
            // .NET has none of 17.
            ("Empty", 0), ("Object", 1), ("DBNull", 2), ("Boolean", 3), ("Char", 4), ("SByte", 5), ("Byte", 6), ("Int16", 7),
            ("UInt16", 8), ("Int32", 9), ("UInt32", 10), ("Int64", 11), ("UInt64", 12), ("Single", 13), ("Double", 14),
            ("Decimal", 15), ("DateTime", 16), ("String", 18),
        ]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.TypeCode") { .typeCode } }
