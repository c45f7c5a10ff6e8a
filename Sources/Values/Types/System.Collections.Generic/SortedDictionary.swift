@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Collections.Generic.SortedDictionary", arity: 2...2) {
        DictionaryType.make($0, $1, sorted: true) { _, _ in HashtableMembers.values }
    }
}
