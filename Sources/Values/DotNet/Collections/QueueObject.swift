/// System.Collections.Generic.Queue and System.Collections.Queue: first in, first out.
public final class QueueObject: Object {
    private var elements: [Value] = []
    private var first = 0
    private let queueType: ObjectType

    init(_ elements: [Value], type: ObjectType) {
        self.elements = elements
        queueType = type
        super.init()
    }

    public override var type: ObjectType { queueType }
    public override var enumerated: [Value]? { Array(elements[first...]) }

    var count: Int { elements.count - first }
    var peek: Value? { first < elements.count ? elements[first] : nil }

    func enqueue(_ value: Value) { elements.append(value) }

    func dequeue() -> Value? {
        guard first < elements.count else { return nil }
        let value = elements[first]
        elements[first] = .null
        first += 1
        // The room in front is given back when it is more than half: each element moves once on average.
        if first > 32, first * 2 > elements.count {
            elements.removeFirst(first)
            first = 0
        }
        return value
    }

    func clear() {
        elements = []
        first = 0
    }
}

enum QueueType {
    static let plain = make("System.Collections.Queue", [])

    static func make(_ name: String, _ arguments: [ObjectType]) -> ObjectType {
        let element = arguments.first ?? .object
        let box = TypeBox()
        let type = ObjectType(
            name, base: .object, genericArguments: arguments, interfaces: GenericTypes.enumerable, members: members(element),
            construct: { arguments in
                let values = arguments.count > 0 && arguments[0].enumerated != nil ? arguments.list(0) : []
                return .object(QueueObject(try values.map { try Conversion.convert($0, to: element) }, type: box.type))
            },
            convert: { value in
                value.isNull
                    ? .null
                    : .object(
                        QueueObject(try value.enumeratedOrSelf.map { try Conversion.convert($0, to: element) }, type: box.type))
            })
        box.set(type)
        return type
    }

    private static func own(_ value: Value) throws -> QueueObject {
        guard let object = value.asObject(QueueObject.self) else { throw ArrayMembers.outOfBounds }
        return object
    }

    private static var empty: ValueError {
        ValueError(
            "Queue empty.", id: "InvalidOperationException", exception: "System.InvalidOperationException", category: "NotSpecified"
        )
    }

    private static func members(_ element: ObjectType) -> [Member] {
        [
            .property("Count", "int") { Value.integer(try own($0).count) },
            .property("IsEmpty", "bool") { .bool(try own($0).count == 0) },
            .method("Enqueue", "object item", returns: "void") { value, arguments in
                try own(value).enqueue(try Conversion.convert(arguments[0], to: element))
                return .nothing
            },
            .method("Dequeue", returns: "object") { value, _ in
                guard let first = try own(value).dequeue() else { throw empty }
                return first
            },
            .method("Peek", returns: "object") { value, _ in
                guard let first = try own(value).peek else { throw empty }
                return first
            },
            .method("TryDequeue", "System.Management.Automation.PSReference result", returns: "bool") { value, arguments in
                guard let first = try own(value).dequeue() else { return .bool(false) }
                try (arguments[0].reference as? any ReferenceObjectValue)?.store(first)
                return .bool(true)
            },
            .method("TryPeek", "System.Management.Automation.PSReference result", returns: "bool") { value, arguments in
                guard let first = try own(value).peek else { return .bool(false) }
                try (arguments[0].reference as? any ReferenceObjectValue)?.store(first)
                return .bool(true)
            },
            .method("Contains", "object item", returns: "bool") { value, arguments in
                .bool((try own(value).enumerated ?? []).contains { Comparison.equals($0, arguments[0], ignoreCase: false) })
            },
            .method("Clear", returns: "void") { value, _ in
                try own(value).clear()
                return .nothing
            },
            .method("ToArray", returns: "object[]") { value, _ in
                .array(ArrayObject(try own(value).enumerated ?? [], of: element === ObjectType.object ? nil : element))
            },
        ]
    }
}
