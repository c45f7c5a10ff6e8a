/// System.Collections.Generic.Queue and System.Collections.Queue: first in, first out.
public final class QueueObject: Object, TurnCollection {
    private var elements: [Value] = []
    private var first = 0
    private let collectionType: ObjectType

    init(type: ObjectType) {
        collectionType = type
        super.init()
    }

    public override var type: ObjectType { collectionType }
    public override var enumerated: [Value]? { Array(elements[first...]) }

    var count: Int { elements.count - first }
    var next: Value? { first < elements.count ? elements[first] : nil }

    func add(_ value: Value) { elements.append(value) }

    func take() -> Value? {
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
    private static let kind = TurnType(add: "Enqueue", take: "Dequeue", empty: "Queue empty.", collection: QueueObject.self)
    static let plain = make("System.Collections.Queue", [], .plain)

    static func make(_ name: String, _ arguments: [ObjectType], _ family: TurnType.Family) -> ObjectType {
        kind.make(name, arguments, family)
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Collections.Queue") { QueueType.plain }
}
