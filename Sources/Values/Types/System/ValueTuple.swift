@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.ValueTuple", arity: 1...8) { TupleType.make($0, $1) }
}
