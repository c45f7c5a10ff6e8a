/// What a script can set of a PSDataCollection.
struct DataCollectionState: OptionSet {
    let rawValue: UInt8

    /// Takes no more elements.
    static let complete = DataCollectionState(rawValue: 1)
    /// BlockingEnumerator.
    static let blocking = DataCollectionState(rawValue: 2)
    /// EnumeratorNeverBlocks.
    static let neverBlocking = DataCollectionState(rawValue: 4)
    /// SerializeInput.
    static let serializing = DataCollectionState(rawValue: 8)
}

/// System.Management.Automation.PSDataCollection: what a stream has brought, for others to take.
public enum DataCollectionType {
    static func make(_ name: String, _ arguments: [ObjectType]) -> ObjectType {
        let element = arguments.first ?? .object
        let box = TypeBox()
        let type = ObjectType(
            name, base: .object, genericArguments: arguments, interfaces: GenericTypes.enumerable + ["System.Collections.IList"],
            members: [adding(element)] + own + ListMembers.typed(element),
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

    /// The elements of a collection that still takes some.
    /// - Throws: PSInvalidOperationException where the collection is complete.
    private static func openList(_ value: Value) throws -> ListObject {
        let list = try list(value)
        guard !list.isComplete else {
            throw ValueError(
                "Objects cannot be added to a closed buffer. Make sure the buffer is open for Add and Insert operations to succeed.",
                id: "PSInvalidOperationException", exception: "System.Management.Automation.PSInvalidOperationException",
                category: "InvalidOperation")
        }
        return list
    }

    private static func adding(_ element: ObjectType) -> Member {
        .method("Add", Overload.Parameter.text(element, "item"), returns: "void") { value, arguments in
            try openList(value).elements.append(try Conversion.convert(arguments[0], to: element))
            return .nothing
        }
    }

    /// A property that keeps what a script sets: nothing here waits for elements.
    private static func setting(_ name: String, _ flag: DataCollectionState) -> Member {
        .property(
            name, "bool",
            set: { value, wanted in
                let list = try list(value)
                if Conversion.bool(wanted) { list.streamState.insert(flag) } else { list.streamState.remove(flag) }
            }
        ) { .bool(try list($0).streamState.contains(flag)) }
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
        setting("BlockingEnumerator", .blocking), setting("EnumeratorNeverBlocks", .neverBlocking),
        setting("SerializeInput", .serializing),
        .method("Dispose", returns: "void") { _, _ in .nothing },
    ]

    private static let collectionOfObjects =
        GenericTypes.find("System.Collections.ObjectModel.Collection", [.psObject]) ?? .list
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.addGeneric("System.Management.Automation.PSDataCollection", arity: 1...1) { DataCollectionType.make($0, $1) }
}
