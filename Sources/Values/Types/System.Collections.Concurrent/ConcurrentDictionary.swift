@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Collections.Concurrent.ConcurrentDictionary", arity: 2...2) {
        DictionaryType.make($0, $1, sorted: false) {
            [ConcurrentCollection.syncRoot] + DictionaryType.adding($0, $1) + DictionaryType.removing($0, $1)
        }
    }
}
