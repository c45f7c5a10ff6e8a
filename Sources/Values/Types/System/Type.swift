extension ObjectType {
    /// What scripts name (`[type]`); every type as a value is of the type that derives from it, System.RuntimeType.
    public static let systemType = ObjectType(
        "System.Type", base: .object, statics: TypeMembers.statics,
        convert: { value in value.text.flatMap { TypeTable.builtin.find($0) }.map { .object(TypeObject($0)) } })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Type", "type") { .systemType } }
