/// System.Collections.Generic.Dictionary and its kin.
enum DictionaryType {
    static func make(_ name: String, _ arguments: [ObjectType], sorted: Bool, further: (ObjectType, ObjectType) -> [Member])
        -> ObjectType
    {
        let keyType = arguments.first ?? .object
        let valueType = arguments.count > 1 ? arguments[1] : .object
        let box = TypeBox()
        let type = ObjectType(
            name, base: .object, genericArguments: arguments,
            interfaces: GenericTypes.enumerable + [
                "System.Collections.IDictionary", "System.Collections.Generic.IDictionary`2[\(keyType.name),\(valueType.name)]",
            ],
            members: further(keyType, valueType) + members(keyType, valueType) + HashtableMembers.instance,
            construct: { arguments in
                let comparer = arguments.values.last.flatMap { $0.asObject(ComparerObject.self) }
                let made = HashtableObject(
                    ordered: false, caseSensitive: !(comparer?.ignoresCase ?? false), type: box.type, sorted: sorted)
                if let other = arguments[0].asObject(HashtableObject.self) { try fill(made, other, keyType, valueType) }
                return .object(made)
            },
            convert: { value in
                guard let other = value.asObject(HashtableObject.self) else { return value.isNull ? .null : nil }
                let made = HashtableObject(ordered: false, caseSensitive: true, type: box.type, sorted: sorted)
                try fill(made, other, keyType, valueType)
                return .object(made)
            })
        box.set(type)
        return type
    }

    private static func fill(_ made: HashtableObject, _ other: HashtableObject, _ keyType: ObjectType, _ valueType: ObjectType)
        throws
    {
        for pair in other.pairs {
            made[try Conversion.convert(pair.key, to: keyType)] = try Conversion.convert(pair.value, to: valueType)
        }
    }

    private static func own(_ value: Value) throws -> HashtableObject {
        guard let table = value.asObject(HashtableObject.self) else { throw ArrayMembers.outOfBounds }
        return table
    }

    /// A key argument as the table has its keys.
    /// - Throws: ArgumentNullException; ConvertToFinalInvalidCastException and its kin.
    private static func key(_ arguments: Arguments, _ type: ObjectType) throws -> Value {
        if arguments[0].isNull {
            throw ValueError(
                "Value cannot be null. (Parameter 'key')", id: "ArgumentNullException",
                exception: "System.ArgumentNullException",
                category: "NotSpecified")
        }
        return try Conversion.convert(arguments[0], to: type)
    }

    private static func members(_ keyType: ObjectType, _ valueType: ObjectType) -> [Member] {
        let name = Overload.Parameter.text(keyType, "key")
        let entry = { @Sendable (arguments: Arguments) in try Conversion.convert(arguments[1], to: valueType) }
        return [
            .method("Add", name, Overload.Parameter.text(valueType, "value"), returns: "void") { value, arguments in
                let table = try own(value)
                let key = try key(arguments, keyType)
                guard table[key] == nil else {
                    throw ValueError(
                        "An item with the same key has already been added. Key: \(key.displayText)", id: "ArgumentException",
                        exception: "System.ArgumentException", category: "NotSpecified")
                }
                table[key] = try entry(arguments)
                return .nothing
            },
            .method("ContainsKey", name, returns: "bool") { .bool(try own($0)[try key($1, keyType)] != nil) },
            .method(
                "Remove",
                overloads: [
                    Overload(name, returns: "bool") { value, arguments in
                        let table = try own(value)
                        let key = try key(arguments, keyType)
                        guard table[key] != nil else { return .bool(false) }
                        table[key] = nil
                        return .bool(true)
                    }
                ]),
            .method("TryGetValue", name, "System.Management.Automation.PSReference value", returns: "bool") {
                value, arguments in
                let found = try own(value)[try key(arguments, keyType)]
                let missing = valueType.isValueType ? (try? Conversion.convert(.int(0), to: valueType)) ?? .null : .null
                try (arguments[1].reference as? any ReferenceObjectValue)?.store(found ?? missing)
                return .bool(found != nil)
            },
        ]
    }

    /// TryAdd, of tables that hash their keys.
    static func adding(_ keyType: ObjectType, _ valueType: ObjectType) -> [Member] {
        let name = Overload.Parameter.text(keyType, "key")
        let entry = { @Sendable (arguments: Arguments) in try Conversion.convert(arguments[1], to: valueType) }
        return [
            .method("TryAdd", name, Overload.Parameter.text(valueType, "value"), returns: "bool") { value, arguments in
                let table = try own(value)
                let key = try key(arguments, keyType)
                guard table[key] == nil else { return .bool(false) }
                table[key] = try entry(arguments)
                return .bool(true)
            }
        ]
    }

    /// TryRemove, of tables for several threads.
    static func removing(_ keyType: ObjectType, _ valueType: ObjectType) -> [Member] {
        let name = Overload.Parameter.text(keyType, "key")
        return [
            .method("TryRemove", name, "System.Management.Automation.PSReference value", returns: "bool") {
                value, arguments in
                let table = try own(value)
                let key = try key(arguments, keyType)
                guard let found = table[key] else { return .bool(false) }
                table[key] = nil
                try (arguments[1].reference as? any ReferenceObjectValue)?.store(found)
                return .bool(true)
            }
        ]
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Collections.Generic.Dictionary", arity: 2...2) {
        DictionaryType.make($0, $1, sorted: false) { DictionaryType.adding($0, $1) + HashtableMembers.values }
    }
}
