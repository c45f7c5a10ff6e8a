extension ObjectType {
    /// System.Int16: 16 bits with a sign.
    public static let int16 = whole("System.Int16", .int16, "short")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Int16", "short") { .int16 } }
