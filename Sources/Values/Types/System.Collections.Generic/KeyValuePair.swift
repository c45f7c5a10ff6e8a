/// System.Collections.Generic.KeyValuePair.
enum KeyValuePairType {
    static func make(_ name: String, _ arguments: [ObjectType]) -> ObjectType {
        let box = TypeBox()
        let type = ObjectType(
            name, base: .valueType, isValueType: true, genericArguments: arguments,
            construct: { values in
                let parts = try arguments.enumerated().map { try Conversion.convert(values[$0], to: $1) }
                return .object(DictionaryEntry(key: parts.first ?? .null, value: parts.last ?? .null, type: box.type))
            })
        box.set(type)
        return type
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Collections.Generic.KeyValuePair", arity: 2...2) { KeyValuePairType.make($0, $1) }
}
