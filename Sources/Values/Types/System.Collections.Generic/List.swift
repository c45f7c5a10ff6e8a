/// System.Collections.Generic.List and the collections that behave as it does.
enum GenericListType {
    /// - Parameter members: the members of a list with elements of a type.
    static func make(
        _ name: String, _ arguments: [ObjectType], members: (ObjectType) -> [Member] = { ListMembers.typed($0) }
    ) -> ObjectType {
        let element = arguments.first ?? .object
        let box = TypeBox()
        let type = ObjectType(
            name, base: .object, genericArguments: arguments,
            interfaces: GenericTypes.enumerable + [
                "System.Collections.IList", "System.Collections.Generic.IList`1[\(element.name)]",
                "System.Collections.Generic.IEnumerable`1[\(element.name)]",
                "System.Collections.Generic.ICollection`1[\(element.name)]",
            ],
            members: members(element),
            construct: { arguments in
                guard arguments.count > 0, arguments[0].enumerated != nil else {
                    if arguments.count > 0, arguments[0].text == nil, !arguments[0].isNull {
                        _ = try Conversion.int32(arguments[0])
                    }
                    return .object(ListObject([], type: box.type))
                }
                return .object(ListObject(try arguments.list(0).map { try Conversion.convert($0, to: element) }, type: box.type))
            },
            convert: { value in
                if value.isNull { return .null }
                return .object(
                    ListObject(try value.enumeratedOrSelf.map { try Conversion.convert($0, to: element) }, type: box.type))
            })
        box.set(type)
        return type
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Collections.Generic.List", arity: 1...1) {
        GenericListType.make($0, $1) { ListMembers.typed($0) + ListMembers.typedRanges($0) + ListMembers.ranges }
    }
}
