/// System.Collections.Generic.Stack and System.Collections.Stack: last in, first out.
public final class StackObject: Object {
    /// The top stands last.
    var elements: [Value]
    private let stackType: ObjectType

    init(_ elements: [Value], type: ObjectType) {
        self.elements = elements
        stackType = type
        super.init()
    }

    public override var type: ObjectType { stackType }
    public override var enumerated: [Value]? { elements.reversed() }
}

enum StackType {
    static let plain = make("System.Collections.Stack", [])

    static func make(_ name: String, _ arguments: [ObjectType]) -> ObjectType {
        let element = arguments.first ?? .object
        let box = TypeBox()
        let type = ObjectType(
            name, base: .object, genericArguments: arguments, interfaces: GenericTypes.enumerable, members: members(element),
            construct: { arguments in
                let values = arguments.count > 0 && arguments[0].enumerated != nil ? arguments.list(0) : []
                return .object(StackObject(try values.map { try Conversion.convert($0, to: element) }, type: box.type))
            },
            convert: { value in
                value.isNull
                    ? .null
                    : .object(
                        StackObject(try value.enumeratedOrSelf.map { try Conversion.convert($0, to: element) }, type: box.type))
            })
        box.set(type)
        return type
    }

    private static func own(_ value: Value) throws -> StackObject {
        guard let object = value.asObject(StackObject.self) else { throw ArrayMembers.outOfBounds }
        return object
    }

    private static var empty: ValueError {
        ValueError(
            "Stack empty.", id: "InvalidOperationException", exception: "System.InvalidOperationException", category: "NotSpecified"
        )
    }

    private static func members(_ element: ObjectType) -> [Member] {
        [
            .property("Count", "int") { Value.integer(try own($0).elements.count) },
            .property("IsEmpty", "bool") { .bool(try own($0).elements.isEmpty) },
            .method("Push", "object item", returns: "void") { value, arguments in
                try own(value).elements.append(try Conversion.convert(arguments[0], to: element))
                return .nothing
            },
            .method("Pop", returns: "object") { value, _ in
                guard let top = try own(value).elements.popLast() else { throw empty }
                return top
            },
            .method("Peek", returns: "object") { value, _ in
                guard let top = try own(value).elements.last else { throw empty }
                return top
            },
            .method("TryPop", "System.Management.Automation.PSReference result", returns: "bool") { value, arguments in
                guard let top = try own(value).elements.popLast() else { return .bool(false) }
                try (arguments[0].reference as? any ReferenceObjectValue)?.store(top)
                return .bool(true)
            },
            .method("TryPeek", "System.Management.Automation.PSReference result", returns: "bool") { value, arguments in
                guard let top = try own(value).elements.last else { return .bool(false) }
                try (arguments[0].reference as? any ReferenceObjectValue)?.store(top)
                return .bool(true)
            },
            .method("Contains", "object item", returns: "bool") { value, arguments in
                .bool(try own(value).elements.contains { Comparison.equals($0, arguments[0], ignoreCase: false) })
            },
            .method("Clear", returns: "void") { value, _ in
                try own(value).elements = []
                return .nothing
            },
            .method("ToArray", returns: "object[]") { value, _ in
                .array(ArrayObject(try own(value).enumerated ?? [], of: element === ObjectType.object ? nil : element))
            },
        ]
    }
}
