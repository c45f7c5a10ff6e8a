extension ObjectType {
    /// System.Int32: 32 bits with a sign.
    public static let int32 = whole("System.Int32", .int32, "int")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Int32", "int") { .int32 } }
