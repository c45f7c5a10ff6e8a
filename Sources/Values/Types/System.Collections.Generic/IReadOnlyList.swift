@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric(interface: "System.Collections.Generic.IReadOnlyList", arity: 1...1)
}
