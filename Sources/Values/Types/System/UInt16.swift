extension ObjectType {
    /// System.UInt16: 16 bits without a sign.
    public static let uint16 = whole("System.UInt16", .uint16, "ushort")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.UInt16", "ushort") { .uint16 } }
