extension ObjectType {
    /// System.UInt64: 64 bits without a sign.
    public static let uint64 = whole("System.UInt64", .uint64, "ulong")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.UInt64", "ulong") { .uint64 } }
