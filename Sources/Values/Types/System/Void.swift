extension ObjectType {
    /// What a cast makes of anything to throw it away.
    public static let void = ObjectType("System.Void", base: .valueType, isValueType: true)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Void", "void") { .void } }
