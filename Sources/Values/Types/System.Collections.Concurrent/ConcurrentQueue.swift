@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Collections.Concurrent.ConcurrentQueue", arity: 1...1) { QueueType.make($0, $1, .concurrent) }
}
