/// System.Collections.Generic.Stack and System.Collections.Stack: last in, first out.
public final class StackObject: Object, TurnCollection {
    /// The top stands last.
    private var elements: [Value] = []
    private let collectionType: ObjectType

    init(type: ObjectType) {
        collectionType = type
        super.init()
    }

    public override var type: ObjectType { collectionType }
    public override var enumerated: [Value]? { elements.reversed() }

    var count: Int { elements.count }
    var next: Value? { elements.last }

    func add(_ value: Value) { elements.append(value) }
    func take() -> Value? { elements.popLast() }
    func clear() { elements = [] }
}

enum StackType {
    private static let kind = TurnType(add: "Push", take: "Pop", empty: "Stack empty.", collection: StackObject.self)
    static let plain = make("System.Collections.Stack", [], .plain)

    static func make(_ name: String, _ arguments: [ObjectType], _ family: TurnType.Family) -> ObjectType {
        kind.make(name, arguments, family)
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Collections.Stack") { StackType.plain }
}
