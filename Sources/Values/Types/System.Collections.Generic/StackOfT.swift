@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Collections.Generic.Stack", arity: 1...1) { StackType.make($0, $1, .generic) }
}
