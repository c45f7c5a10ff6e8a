extension ObjectType {
    /// System.SByte: a signed byte.
    public static let int8 = whole("System.SByte", .int8, "sbyte")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.SByte", "sbyte") { .int8 } }
