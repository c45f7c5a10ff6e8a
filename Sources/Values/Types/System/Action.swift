@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric(delegate: "System.Action", arity: 1...8)
}
