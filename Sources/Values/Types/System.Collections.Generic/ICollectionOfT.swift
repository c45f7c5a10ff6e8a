@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric(interface: "System.Collections.Generic.ICollection", arity: 1...1)
}
