extension ObjectType {
    /// System.UInt32: 32 bits without a sign.
    public static let uint32 = whole("System.UInt32", .uint32, "uint")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.UInt32", "uint") { .uint32 } }
