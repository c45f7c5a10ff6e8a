@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Collections.Generic.SortedSet", arity: 1...1) {
        SetType.make($0, $1, sorted: true, further: SetType.bounds)
    }
}
