@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Collections.Generic.Queue", arity: 1...1) { QueueType.make($0, $1, .generic) }
}
