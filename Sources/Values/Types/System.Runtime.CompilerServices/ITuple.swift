@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(interface: "System.Runtime.CompilerServices.ITuple")
}
