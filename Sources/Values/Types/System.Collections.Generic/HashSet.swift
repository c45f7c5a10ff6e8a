/// System.Collections.Generic.HashSet and SortedSet: distinct elements, in the order in which they came, or sorted.
public final class SetObject: Object {
    let table: HashtableObject
    let isSorted: Bool
    private let setType: ObjectType

    init(type: ObjectType, sorted: Bool, caseSensitive: Bool = true) {
        table = HashtableObject(caseSensitive: caseSensitive)
        isSorted = sorted
        setType = type
        super.init()
    }

    public override var type: ObjectType { setType }
    public override var enumerated: [Value]? {
        isSorted ? table.keys.sorted { ((try? Comparison.order($0, $1, ignoreCase: false)) ?? 0) < 0 } : table.keys
    }

    /// False where it was there.
    @discardableResult
    func insert(_ value: Value) -> Bool {
        if table[value] != nil { return false }
        table[value] = .bool(true)
        return true
    }

    func contains(_ value: Value) -> Bool { table[value] != nil }

    func remove(_ value: Value) -> Bool {
        guard table[value] != nil else { return false }
        table[value] = nil
        return true
    }
}

enum SetType {
    static func make(_ name: String, _ arguments: [ObjectType], sorted: Bool, further: [Member] = []) -> ObjectType {
        let element = arguments.first ?? .object
        let box = TypeBox()
        let type = ObjectType(
            name, base: .object, genericArguments: arguments,
            interfaces: GenericTypes.enumerable + [
                "System.Collections.Generic.IEnumerable`1[\(element.name)]",
                "System.Collections.Generic.ICollection`1[\(element.name)]",
            ],
            members: further + members(element),
            construct: { arguments in
                let comparer = arguments.values.last.flatMap { $0.asObject(ComparerObject.self) }
                let made = SetObject(type: box.type, sorted: sorted, caseSensitive: !(comparer?.ignoresCase ?? false))
                if arguments.count > 0, arguments[0].asObject(ComparerObject.self) == nil {
                    for value in arguments.list(0) { made.insert(try Conversion.convert(value, to: element)) }
                }
                return .object(made)
            },
            convert: { value in
                if value.isNull { return .null }
                let made = SetObject(type: box.type, sorted: sorted)
                for element in try value.enumeratedOrSelf.map({ try Conversion.convert($0, to: element) }) { made.insert(element) }
                return .object(made)
            })
        box.set(type)
        return type
    }

    private static func own(_ value: Value) throws -> SetObject {
        guard let object = value.asObject(SetObject.self) else { throw ArrayMembers.outOfBounds }
        return object
    }

    private static func members(_ element: ObjectType) -> [Member] {
        let item = Overload.Parameter.text(element, "item")
        let converted = { @Sendable (arguments: Arguments) in try Conversion.convert(arguments[0], to: element) }
        let others = { @Sendable (arguments: Arguments) in try arguments.list(0).map { try Conversion.convert($0, to: element) } }
        return [
            .property("Count", "int") { Value.integer(try own($0).table.count) },
            .method("Add", item, returns: "bool") { .bool(try own($0).insert(try converted($1))) },
            .method("Remove", item, returns: "bool") { .bool(try own($0).remove(try converted($1))) },
            .method("Contains", item, returns: "bool") { .bool(try own($0).contains(try converted($1))) },
            .method("Clear", returns: "void") { value, _ in
                try own(value).table.removeAll()
                return .nothing
            },
            .method("UnionWith", "object other", returns: "void") { value, arguments in
                let set = try own(value)
                for element in try others(arguments) { set.insert(element) }
                return .nothing
            },
            .method("ExceptWith", "object other", returns: "void") { value, arguments in
                let set = try own(value)
                for element in try others(arguments) { _ = set.remove(element) }
                return .nothing
            },
            .method("IntersectWith", "object other", returns: "void") { value, arguments in
                let set = try own(value)
                let kept = SetObject(type: set.type, sorted: false, caseSensitive: set.table.isCaseSensitive)
                for element in try others(arguments) { kept.insert(element) }
                for element in set.table.keys where !kept.contains(element) { _ = set.remove(element) }
                return .nothing
            },
            .method("SymmetricExceptWith", "object other", returns: "void") { value, arguments in
                let set = try own(value)
                for element in try others(arguments) where !set.remove(element) { set.insert(element) }
                return .nothing
            },
            .method("IsSubsetOf", "object other", returns: "bool") { value, arguments in
                let all = try others(arguments)
                return .bool(
                    try own(value).table.keys.allSatisfy { key in all.contains { Comparison.equals($0, key, ignoreCase: false) } })
            },
            .method("IsSupersetOf", "object other", returns: "bool") { value, arguments in
                let set = try own(value)
                return .bool(try others(arguments).allSatisfy { set.contains($0) })
            },
            .method("Overlaps", "object other", returns: "bool") { value, arguments in
                let set = try own(value)
                return .bool(try others(arguments).contains { set.contains($0) })
            },
            .method("SetEquals", "object other", returns: "bool") { value, arguments in
                let set = try own(value)
                let all = try others(arguments)
                return .bool(
                    all.allSatisfy { set.contains($0) }
                        && set.table.keys.allSatisfy { key in all.contains { Comparison.equals($0, key, ignoreCase: false) } })
            },
            .method("CopyTo", "object array", returns: "void") { value, arguments in
                guard case .array(let target) = arguments[0] else { return .nothing }
                for (place, element) in try own(value).table.keys.enumerated() where target.elements.indices.contains(place) {
                    target.elements[place] = element
                }
                return .nothing
            },
        ]
    }

    /// What SortedSet has beyond HashSet.
    static let bounds: [Member] = [
        .property("Min", "object") { try own($0).enumerated?.first ?? .null },
        .property("Max", "object") { try own($0).enumerated?.last ?? .null },
    ]
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Collections.Generic.HashSet", arity: 1...1) { SetType.make($0, $1, sorted: false) }
}
