extension ObjectType {
    /// System.Char: one UTF-16 code unit.
    public static let char = ObjectType(
        "System.Char", base: .valueType, isValueType: true, statics: CharMembers.statics, convert: { try Conversion.char($0) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Char", "char") { .char } }
