@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric(delegate: "System.Predicate", arity: 1...1)
}
