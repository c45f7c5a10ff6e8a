extension ObjectType {
    /// System.Int64: 64 bits with a sign.
    public static let int64 = whole("System.Int64", .int64, "long")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Int64", "long") { .int64 } }
