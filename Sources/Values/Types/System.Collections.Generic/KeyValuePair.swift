/// System.Collections.Generic.KeyValuePair.
enum KeyValuePairType {
    static func make(_ name: String, _ arguments: [ObjectType]) -> ObjectType {
        ObjectType(
            name, base: .valueType, isValueType: true, genericArguments: arguments,
            construct: { .object(DictionaryEntry(key: $0[0], value: $0[1])) })
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Collections.Generic.KeyValuePair", arity: 2...2) { KeyValuePairType.make($0, $1) }
}
