@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(interface: "System.IComparable")
    $0.addGeneric(interface: "System.IComparable", arity: 1...1)
}
