/// A collection that hands its elements out one at a time: a queue, a stack.
protocol TurnCollection: Object {
    /// - Parameter type: the collection's .NET type, with its arguments.
    init(type: ObjectType)
    var count: Int { get }
    /// The element that is handed out next; nil where the collection is empty.
    var next: Value? { get }
    func add(_ value: Value)
    func take() -> Value?
    func clear()
}

/// The members that the types of queues and stacks share under different names.
struct TurnType {
    /// `Enqueue` and `Dequeue`, `Push` and `Pop`.
    let add: String
    let take: String
    /// .NET's message where an element is taken from an empty collection.
    let empty: String
    let collection: any TurnCollection.Type

    /// Which of .NET's collections of this order it is: they differ in what taking from an empty one does.
    enum Family { case plain, generic, concurrent }

    func make(_ name: String, _ arguments: [ObjectType], _ family: Family) -> ObjectType {
        let element = arguments.first ?? .object
        let box = TypeBox()
        let collection = collection
        @Sendable func filled(_ values: [Value]) throws -> Value {
            let object = collection.init(type: box.type)
            for value in values { object.add(try Conversion.convert(value, to: element)) }
            return .object(object)
        }
        let type = ObjectType(
            name, base: .object, genericArguments: arguments, interfaces: GenericTypes.enumerable,
            members: members(element, family),
            construct: { try filled($0.count > 0 && $0[0].enumerated != nil ? $0.list(0) : []) },
            convert: { $0.isNull ? .null : try filled($0.enumeratedOrSelf) })
        box.set(type)
        return type
    }

    private static func own(_ value: Value) throws -> any TurnCollection {
        guard let object = value.reference as? any TurnCollection else { throw ArrayMembers.outOfBounds }
        return object
    }

    private func members(_ element: ObjectType, _ family: Family) -> [Member] {
        let empty = empty
        func asked(_ name: String, _ read: @escaping @Sendable (any TurnCollection) -> Value?) -> [Member] {
            [
                .method(name, returns: "object") { value, _ in
                    guard let found = read(try Self.own(value)) else {
                        throw ValueError(
                            empty, id: "InvalidOperationException", exception: "System.InvalidOperationException",
                            category: "NotSpecified")
                    }
                    return found
                },
                .method("Try" + name, "System.Management.Automation.PSReference result", returns: "bool") { value, arguments in
                    guard let found = read(try Self.own(value)) else { return .bool(false) }
                    try (arguments[0].reference as? any ReferenceObjectValue)?.store(found)
                    return .bool(true)
                },
            ]
        }
        let item = Overload.Parameter.text(element, "item")
        let isEmpty = Member.property("IsEmpty", "bool") { .bool(try Self.own($0).count == 0) }
        let contains = Member.method("Contains", item, returns: "bool") { value, arguments in
            .bool((try Self.own(value).enumerated ?? []).contains { Comparison.equals($0, arguments[0], ignoreCase: false) })
        }
        let ends = asked(take) { $0.take() } + asked("Peek") { $0.next }
        let own: [Member] =
            switch family {
            case .plain: [contains] + ends.filter { !$0.name.hasPrefix("Try") }
            case .generic: [contains] + ends
            case .concurrent: [isEmpty] + ends.filter { $0.name.hasPrefix("Try") }
            }
        return [
            .property("Count", "int") { Value.integer(try Self.own($0).count) },
            .method(add, item, returns: "void") { value, arguments in
                try Self.own(value).add(try Conversion.convert(arguments[0], to: element))
                return .nothing
            },
            .method("Clear", returns: "void") { value, _ in
                try Self.own(value).clear()
                return .nothing
            },
            .method("ToArray", returns: "object[]") { value, _ in
                .array(ArrayObject(try Self.own(value).enumerated ?? [], of: element === ObjectType.object ? nil : element))
            },
        ] + own
    }
}
