extension ObjectType {
    /// System.Byte: an unsigned byte.
    public static let uint8 = whole("System.Byte", .uint8, "byte")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Byte", "byte") { .uint8 } }
