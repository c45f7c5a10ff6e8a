extension ObjectType {
    static let typeCode = ObjectType.enumeration(
        "System.TypeCode",
        Enumeration([
            "Empty", "Object", "DBNull", "Boolean", "Char", "SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64",
            "UInt64",
            "Single", "Double", "Decimal", "DateTime", "-", "String",
        ]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.TypeCode") { .typeCode } }
