import Values

/// System.EventArgs: the base of what events carry.
enum EventArguments {
    static let type = ObjectType("System.EventArgs", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.EventArgs") { EventArguments.type }
}
