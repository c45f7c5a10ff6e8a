@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Collections.ObjectModel.Collection", arity: 1...1) { GenericListType.make($0, $1) }
}
