extension ObjectType {
    static let memberTypes = ObjectType.enumeration(
        "System.Reflection.MemberTypes",
        Enumeration(
            [
                ("Constructor", 1), ("Event", 2), ("Field", 4), ("Method", 8), ("Property", 16), ("TypeInfo", 32), ("Custom", 64),
                ("NestedType", 128), ("All", 191),
            ], isFlags: true))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Reflection.MemberTypes") { .memberTypes }
}
