/// System.Tuple: a few values with places for names.
public final class TupleObject: Object, EquatableObject, IndexableObject {
    let items: [Value]
    private let tupleType: ObjectType

    init(_ items: [Value], type: ObjectType) {
        self.items = items
        tupleType = type
        super.init()
    }

    public override var type: ObjectType { tupleType }
    public override var stringForm: String? { "(" + items.map(\.displayText).joined(separator: ", ") + ")" }

    /// The item at a place; a negative one counts from the end.
    public func element(_ index: Value) -> Value? {
        guard let number = try? Conversion.int32(index) else { return nil }
        let place = number < 0 ? items.count + Int(number) : Int(number)
        return items.indices.contains(place) ? items[place] : nil
    }

    /// Whether the other tuple has equal items; nil for what is no tuple.
    public func equals(_ other: Value) -> Bool? {
        guard let other = other.asObject(TupleObject.self) else { return nil }
        return items.count == other.items.count
            && zip(items, other.items).allSatisfy { Comparison.equals($0, $1, ignoreCase: false) }
    }
}

enum TupleType {
    static func make(_ name: String, _ arguments: [ObjectType]) -> ObjectType {
        let box = TypeBox()
        let type = ObjectType(
            name, base: .object, genericArguments: arguments, interfaces: ["System.Runtime.CompilerServices.ITuple"],
            members: arguments.indices.map { place in
                .property("Item\(place + 1)", arguments[place].name) { value in
                    let items = value.asObject(TupleObject.self)?.items ?? []
                    return items.indices.contains(place) ? items[place] : .null
                }
            } + [.property("Length", "int") { Value.integer($0.asObject(TupleObject.self)?.items.count ?? 0) }],
            construct: { values in
                .object(TupleObject(try arguments.enumerated().map { try Conversion.convert(values[$0], to: $1) }, type: box.type))
            })
        box.set(type)
        return type
    }

    /// `[Tuple]::Create(1, 'x')`.
    static let factory = ObjectType(
        "System.Tuple", base: .object,
        statics: [
            .function("Create", "params object[] items", returns: "System.Tuple") { arguments in
                let items = arguments.list(0)
                guard let type = GenericTypes.find("System.Tuple", items.map { $0.isNull ? .object : $0.type }) else {
                    throw ValueError(
                        "A tuple has one to eight items.", id: "ArgumentException", exception: "System.ArgumentException")
                }
                return .object(TupleObject(items, type: type))
            }
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Tuple") { TupleType.factory }
    $0.addGeneric("System.Tuple", arity: 1...8) { TupleType.make($0, $1) }
}
