enum ArrayMembers {
    static func element(_ elements: [Value], _ place: Int) throws -> Value {
        guard elements.indices.contains(place) else { throw outOfBounds }
        return elements[place]
    }

    static let outOfBounds = ValueError(
        "Index was outside the bounds of the array.", id: "System.IndexOutOfRangeException",
        exception: "System.IndexOutOfRangeException",
        category: "OperationStopped")

    private static func count(_ value: Value) -> Value { Value.integer(value.enumerated?.count ?? 0) }

    static let instance: [Member] = [
        .property("Length", "int") { count($0) }, .property("Count", "int") { count($0) },
        .property("LongLength", "long") { .long(Int64($0.enumerated?.count ?? 0)) }, .property("Rank", "int") { _ in .int(1) },
        .method("Contains", "object value", returns: "bool") { value, arguments in
            .bool((value.enumerated ?? []).contains { Comparison.equals($0, arguments[0], ignoreCase: false) })
        },
        .method("IndexOf", "object value", returns: "int") { value, arguments in
            Value.integer((value.enumerated ?? []).firstIndex { Comparison.equals($0, arguments[0], ignoreCase: false) } ?? -1)
        },
        .method("GetValue", "int index", returns: "object") { try element($0.enumerated ?? [], $1.int(0)) },
        .method("SetValue", "object value", "int index", returns: "void") { value, arguments in
            guard case .array(let array) = value, array.elements.indices.contains(arguments.int(1)) else { throw outOfBounds }
            array.elements[arguments.int(1)] = arguments[0]
            return .nothing
        },
        .method("GetLength", "int dimension", returns: "int") { value, _ in count(value) },
        .method("Clone", returns: "object") { value, _ in .array(value.enumerated ?? []) },
    ]

    static let statics: [Member] = [
        .function("Reverse", "object array", returns: "void") { arguments in
            if case .array(let array) = arguments[0] { array.elements.reverse() }
            return .nothing
        },
        .function("Sort", "object array", returns: "void") { arguments in
            if case .array(let array) = arguments[0] {
                array.elements = try array.elements.sorted { try Comparison.order($0, $1, ignoreCase: false) < 0 }
            }
            return .nothing
        },
        .function("IndexOf", "object array", "object value", returns: "int") { arguments in
            Value.integer(arguments.list(0).firstIndex { Comparison.equals($0, arguments[1], ignoreCase: false) } ?? -1)
        },
    ]
}

enum ListMembers {
    static let construct: @Sendable (Arguments) throws -> Value = { arguments in
        if case .int = arguments[0] { return .object(ListObject()) }
        return .object(ListObject(arguments.list(0)))
    }

    private static func list(_ value: Value) throws -> ListObject {
        guard let list = value.asObject(ListObject.self) else { throw ArrayMembers.outOfBounds }
        return list
    }

    static let instance: [Member] = [
        .property("Count", "int") { Value.integer(try list($0).elements.count) },
        .method("Add", "object value", returns: "int") { value, arguments in
            let list = try list(value)
            list.elements.append(arguments[0])
            return Value.integer(list.elements.count - 1)
        },
        .method("AddRange", "object collection", returns: "void") { value, arguments in
            try list(value).elements += arguments.list(0)
            return .nothing
        },
        .method("Insert", "int index", "object value", returns: "void") { value, arguments in
            let list = try list(value)
            guard (0...list.elements.count).contains(arguments.int(0)) else { throw ArrayMembers.outOfBounds }
            list.elements.insert(arguments[1], at: arguments.int(0))
            return .nothing
        },
        .method("Remove", "object value", returns: "void") { value, arguments in
            let list = try list(value)
            if let place = list.elements.firstIndex(where: { Comparison.equals($0, arguments[0], ignoreCase: false) }) {
                list.elements.remove(at: place)
            }
            return .nothing
        },
        .method("RemoveAt", "int index", returns: "void") { value, arguments in
            let list = try list(value)
            guard list.elements.indices.contains(arguments.int(0)) else { throw ArrayMembers.outOfBounds }
            list.elements.remove(at: arguments.int(0))
            return .nothing
        },
        .method("Clear", returns: "void") { value, _ in
            try list(value).elements = []
            return .nothing
        },
        .method("Contains", "object value", returns: "bool") { value, arguments in
            .bool(try list(value).elements.contains { Comparison.equals($0, arguments[0], ignoreCase: false) })
        },
        .method("IndexOf", "object value", returns: "int") { value, arguments in
            Value.integer(try list(value).elements.firstIndex { Comparison.equals($0, arguments[0], ignoreCase: false) } ?? -1)
        },
        .method("Reverse", returns: "void") { value, _ in
            try list(value).elements.reverse()
            return .nothing
        },
        .method("Sort", returns: "void") { value, _ in
            let list = try list(value)
            list.elements = try list.elements.sorted { try Comparison.order($0, $1, ignoreCase: false) < 0 }
            return .nothing
        },
        .method("ToArray", returns: "object[]") { value, _ in .array(try list(value).elements) },
    ]
}

enum HashtableMembers {
    private static func table(_ value: Value) throws -> HashtableObject {
        guard let table = value.asObject(HashtableObject.self) else { throw ArrayMembers.outOfBounds }
        return table
    }

    static let instance: [Member] = [
        .property("Count", "int") { Value.integer(try table($0).count) },
        .property("Keys", "System.Collections.ICollection") { .array(try table($0).keys) },
        .property("Values", "System.Collections.ICollection") { .array(try table($0).values) },
        .method("Add", "object key", "object value", returns: "void") { value, arguments in
            let table = try table(value)
            guard table[arguments[0]] == nil else {
                let key = arguments.string(0)
                throw ValueError(
                    "Item has already been added. Key in dictionary: '\(key)'  Key being added: '\(key)'", id: "ArgumentException",
                    exception: "System.ArgumentException", category: "NotSpecified")
            }
            table[arguments[0]] = arguments[1]
            return .nothing
        },
        .method("Remove", "object key", returns: "void") { value, arguments in
            try table(value)[arguments[0]] = nil
            return .nothing
        },
        .method("Clear", returns: "void") { value, _ in
            try table(value).removeAll()
            return .nothing
        },
        .method("ContainsKey", "object key", returns: "bool") { .bool(try table($0)[$1[0]] != nil) },
        .method("Contains", "object key", returns: "bool") { .bool(try table($0)[$1[0]] != nil) },
        .method("ContainsValue", "object value", returns: "bool") { value, arguments in
            .bool(try table(value).values.contains { Comparison.equals($0, arguments[0], ignoreCase: false) })
        },
        .method("Clone", returns: "object") { value, _ in
            let original = try table(value)
            let copy = HashtableObject(ordered: original.isOrdered, caseSensitive: original.isCaseSensitive)
            for pair in original.pairs { copy[pair.key] = pair.value }
            return .object(copy)
        },
        .method("GetEnumerator", returns: "System.Collections.IDictionaryEnumerator") { value, _ in
            .array(try table(value).pairs.map { .object(DictionaryEntry(key: $0.key, value: $0.value)) })
        },
    ]
}

/// One entry of a dictionary, as GetEnumerator and formatting list them.
public final class DictionaryEntry: Object {
    public init(key: Value, value: Value) {
        super.init()
        attached = AttachedMembers(notes: [("Name", key), ("Key", key), ("Value", value)])
    }

    public override var type: ObjectType { .dictionaryEntry }
}

enum TypeMembers {
    private static func represented(_ value: Value) -> ObjectType { value.asObject(TypeObject.self)?.represented ?? .object }

    static let instance: [Member] = [
        .property("IsPublic", "bool") { _ in .bool(true) },
        .property("IsSerializable", "bool") { value in
            .bool(represented(value).isValueType || represented(value) === ObjectType.string)
        },
        .property("Name", "string") { .string(represented($0).shortName) },
        .property("BaseType", "type") { value in represented(value).base.map { .object(TypeObject($0)) } ?? .null },
        .property("FullName", "string") { .string(represented($0).name) },
        .property("Namespace", "string") { value in
            .string(represented(value).name.split(separator: ".").dropLast().joined(separator: "."))
        },
        .property("IsValueType", "bool") { .bool(represented($0).isValueType) },
        .property("IsEnum", "bool") { .bool(represented($0).enumeration != nil) },
        .property("IsArray", "bool") { .bool(represented($0).element != nil) },
        .property("IsInterface", "bool") { .bool(represented($0).isInterface) },
        .property("IsClass", "bool") { .bool(!represented($0).isValueType && !represented($0).isInterface) },
        .method("GetEnumNames", returns: "string[]") { value, _ in EnumMembers.names(represented(value)) },
        .method("GetEnumValues", returns: "array") { value, _ in EnumMembers.values(represented(value)) },
        .method("GetEnumValuesAsUnderlyingType", returns: "array") { value, _ in EnumMembers.numbers(represented(value)) },
        .method("GetEnumName", "object value", returns: "string") { try EnumMembers.name(represented($0), $1[0]) },
        .method("GetEnumUnderlyingType", returns: "type") { value, _ in
            .object(TypeObject(EnumMembers.underlying(represented(value))))
        },
        .method("IsEnumDefined", "object value", returns: "bool") { .bool(EnumMembers.isDefined(represented($0), $1[0])) },
        .method("GetElementType", returns: "type") { value, _ in represented(value).element.map { .object(TypeObject($0)) } ?? .null
        },
        .method("IsInstanceOfType", "object o", returns: "bool") { .bool(!$1[0].isNull && $1[0].type.isKind(of: represented($0))) },
        .method("IsAssignableFrom", "type c", returns: "bool") { value, arguments in
            .bool(arguments[0].asObject(TypeObject.self)?.represented.isKind(of: represented(value)) ?? false)
        },
        .method("IsSubclassOf", "type c", returns: "bool") { value, arguments in
            guard let other = arguments[0].asObject(TypeObject.self)?.represented, other !== represented(value) else {
                return .bool(false)
            }
            return .bool(represented(value).isKind(of: other))
        },
    ]
}
