@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric(interface: "System.IEquatable", arity: 1...1)
}
