/// System.Collections.Generic.LinkedList, kept as a list: its nodes are values with their place.
enum LinkedListType {
    static func make(_ name: String, _ arguments: [ObjectType]) -> ObjectType {
        let element = arguments.first ?? .object
        let box = TypeBox()
        let type = ObjectType(
            name, base: .object, genericArguments: arguments, interfaces: GenericTypes.enumerable,
            members: members(element) + ListMembers.instance.filter { ["Count", "Clear", "Contains"].contains($0.name) },
            construct: { arguments in
                let values = arguments.count > 0 && arguments[0].enumerated != nil ? arguments.list(0) : []
                return .object(ListObject(try values.map { try Conversion.convert($0, to: element) }, type: box.type))
            })
        box.set(type)
        return type
    }

    private static func own(_ value: Value) throws -> ListObject {
        guard let list = value.asObject(ListObject.self) else { throw ArrayMembers.outOfBounds }
        return list
    }

    private static func node(_ value: Value?, _ element: ObjectType) -> Value {
        let type = GenericTypes.find("System.Collections.Generic.LinkedListNode", [element]) ?? .customObject
        return value.map { .object(CustomObject([("Value", $0)], type: type)) } ?? .null
    }

    private static func change(_ value: Value, _ change: (inout [Value]) -> Void) throws -> Value {
        let list = try own(value)
        guard !list.elements.isEmpty else {
            throw ValueError(
                "The LinkedList is empty.", id: "InvalidOperationException", exception: "System.InvalidOperationException",
                category: "NotSpecified")
        }
        change(&list.elements)
        return .nothing
    }

    private static func members(_ element: ObjectType) -> [Member] {
        let item = { @Sendable (arguments: Arguments) in try Conversion.convert(arguments[0], to: element) }
        return [
            .property("First", "object") { node(try own($0).elements.first, element) },
            .property("Last", "object") { node(try own($0).elements.last, element) },
            .method("AddLast", "object value", returns: "object") { value, arguments in
                try own(value).elements.append(try item(arguments))
                return node(try own(value).elements.last, element)
            },
            .method("AddFirst", "object value", returns: "object") { value, arguments in
                try own(value).elements.insert(try item(arguments), at: 0)
                return node(try own(value).elements.first, element)
            },
            .method("RemoveFirst", returns: "void") { value, _ in try change(value) { $0.removeFirst() } },
            .method("RemoveLast", returns: "void") { value, _ in try change(value) { $0.removeLast() } },
            .method("Remove", "object value", returns: "bool") { value, arguments in
                let list = try own(value)
                guard let place = list.elements.firstIndex(where: { Comparison.equals($0, arguments[0], ignoreCase: false) }) else {
                    return .bool(false)
                }
                list.elements.remove(at: place)
                return .bool(true)
            },
        ]
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Collections.Generic.LinkedList", arity: 1...1) { LinkedListType.make($0, $1) }
}
