/// A node of a LinkedList: a value, without its neighbours.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Collections.Generic.LinkedListNode", arity: 1...1) { ObjectType($0, base: .object, genericArguments: $1) }
}
