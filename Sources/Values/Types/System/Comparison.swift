@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric(delegate: "System.Comparison", arity: 1...1)
}
