@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Collections.Generic.OrderedDictionary", arity: 2...2) {
        DictionaryType.make($0, $1, sorted: false) {
            DictionaryType.adding($0, $1) + HashtableMembers.values + HashtableMembers.places
        }
    }
}
