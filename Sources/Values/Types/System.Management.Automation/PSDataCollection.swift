/// System.Management.Automation.PSDataCollection: what a stream has brought, for others to take.
public enum DataCollectionType {
    static func make(_ name: String, _ arguments: [ObjectType]) -> ObjectType {
        let element = arguments.first ?? .object
        let box = TypeBox()
        let type = ObjectType(
            name, base: .object, genericArguments: arguments, interfaces: GenericTypes.enumerable + ["System.Collections.IList"],
            members: own + ListMembers.generic(element) + ListMembers.instance,
            construct: { arguments in
                .object(ListObject(try arguments.list(0).map { try Conversion.convert($0, to: element) }, type: box.type))
            },
            convert: { value in
                value.isNull
                    ? .null
                    : .object(
                        ListObject(try value.enumeratedOrSelf.map { try Conversion.convert($0, to: element) }, type: box.type))
            })
        box.set(type)
        return type
    }

    /// An empty one of a type of elements, by the name that scripts give the type.
    public static func collection(of element: ObjectType) -> ListObject {
        ListObject([], type: GenericTypes.find("System.Management.Automation.PSDataCollection", [element]) ?? .list)
    }

    private static func list(_ value: Value) throws -> ListObject {
        guard let list = value.asObject(ListObject.self) else { throw ArrayMembers.outOfBounds }
        return list
    }

    private static let own: [Member] = [
        .method("ReadAll", returns: "object") { value, _ in
            let list = try list(value)
            defer { list.elements = [] }
            return .object(ListObject(list.elements, type: collectionOfObjects))
        },
        .method("Complete", returns: "void") { value, _ in
            try list(value).isComplete = true
            return .nothing
        },
        .property("IsOpen", "bool") { .bool(try !list($0).isComplete) },
        .property("DataAddedCount", "int") { Value.integer(try list($0).elements.count) },
        .property("BlockingEnumerator", "bool", set: { _, _ in }) { _ in .bool(false) },
        .property("EnumeratorNeverBlocks", "bool", set: { _, _ in }) { _ in .bool(true) },
        .property("SerializeInput", "bool", set: { _, _ in }) { _ in .bool(false) },
        .method("Dispose", returns: "void") { _, _ in .nothing },
    ]

    private static let collectionOfObjects =
        GenericTypes.find("System.Collections.ObjectModel.Collection", [.psObject]) ?? .list
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Management.Automation.PSDataCollection", arity: 1...1) { DataCollectionType.make($0, $1) }
}
