/// `[Nullable[int]]`: the type itself, or null.
enum NullableType {
    static func make(_ name: String, _ arguments: [ObjectType]) -> ObjectType {
        let inner = arguments.first ?? .object
        return ObjectType(
            name, base: .valueType, genericArguments: arguments,
            convert: { $0.isNull ? .null : try Conversion.convert($0, to: inner) })
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Nullable", arity: 1...1) { NullableType.make($0, $1) }
}
