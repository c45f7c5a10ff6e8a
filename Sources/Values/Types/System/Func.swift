@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.addGeneric(delegate: "System.Func", arity: 1...9) }
