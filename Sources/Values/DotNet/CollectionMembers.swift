enum ArrayMembers {
    static func element(_ elements: [Value], _ place: Int) throws -> Value {
        guard elements.indices.contains(place) else { throw outOfBounds }
        return elements[place]
    }

    static let outOfBounds = ValueError(
        "Index was outside the bounds of the array.", id: "System.IndexOutOfRangeException",
        exception: "System.IndexOutOfRangeException",
        category: "OperationStopped")

    private static func length(_ value: Value, _ dimension: Int) throws -> Int {
        if case .array(let array) = value, let lengths = array.lengths {
            guard lengths.indices.contains(dimension) else { throw outOfBounds }
            return lengths[dimension]
        }
        guard dimension == 0 else { throw outOfBounds }
        return value.enumerated?.count ?? 0
    }

    private static func count(_ value: Value) -> Value { Value.integer(value.enumerated?.count ?? 0) }

    static let instance: [Member] = [
        .property("Length", "int") { count($0) }, .property("Count", "int") { count($0) },
        .property("LongLength", "long") { .long(Int64($0.enumerated?.count ?? 0)) },
        .property("Rank", "int") { value in
            if case .array(let array) = value, let lengths = array.lengths { Value.integer(lengths.count) } else { .int(1) }
        },
        .property("IsReadOnly", "bool") { _ in .bool(false) }, .property("IsFixedSize", "bool") { _ in .bool(true) },
        .property("IsSynchronized", "bool") { _ in .bool(false) }, .property("SyncRoot", "object") { $0 },
        .method("GetUpperBound", "int dimension", returns: "int") { value, arguments in
            Value.integer(try length(value, arguments.int(0)) - 1)
        },
        .method("GetLowerBound", "int dimension", returns: "int") { value, arguments in
            _ = try length(value, arguments.int(0))
            return .int(0)
        },
        .method("Clear", returns: "void") { value, _ in
            guard case .array(let array) = value else { return .nothing }
            let filler = array.elementType.flatMap { $0.isValueType ? try? Conversion.convert(.int(0), to: $0) : nil } ?? .null
            for place in array.elements.indices { array.elements[place] = filler }
            return .nothing
        },
        .method("CopyTo", "object array", "int index", returns: "void") { value, arguments in
            guard case .array(let target) = arguments[0], case .array(let source) = value else { return .nothing }
            for (place, element) in source.elements.enumerated() {
                guard target.elements.indices.contains(place + arguments.int(1)) else { throw outOfBounds }
                target.elements[place + arguments.int(1)] = element
            }
            return .nothing
        },
        .method("GetEnumerator", returns: "System.Collections.IEnumerator") { value, _ in
            .object(EnumeratorObject(value.enumerated ?? []))
        },
        .method("Contains", "object value", returns: "bool") { value, arguments in
            .bool((value.enumerated ?? []).contains { Comparison.equals($0, arguments[0], ignoreCase: false) })
        },
        .method("IndexOf", "object value", returns: "int") { value, arguments in
            Value.integer((value.enumerated ?? []).firstIndex { Comparison.equals($0, arguments[0], ignoreCase: false) } ?? -1)
        },
        .method("GetValue", "params int[] indices", returns: "object") { value, arguments in
            let indices = try arguments.list(0).map { Int(try Conversion.int32($0)) }
            if case .array(let array) = value, array.lengths != nil {
                guard let place = array.place(indices) else { throw outOfBounds }
                return array.elements[place]
            }
            return try element(value.enumerated ?? [], indices.first ?? -1)
        },
        .method("SetValue", "object value", "int index", returns: "void") { value, arguments in
            guard case .array(let array) = value, array.elements.indices.contains(arguments.int(1)) else { throw outOfBounds }
            array.elements[arguments.int(1)] = arguments[0]
            return .nothing
        },
        .method("GetLength", "int dimension", returns: "int") { value, arguments in
            Value.integer(try length(value, arguments.int(0)))
        },
        .method("Clone", returns: "object") { value, _ in
            guard case .array(let array) = value else { return .array(value.enumerated ?? []) }
            return .array(ArrayObject(array.elements, of: array.elementType, lengths: array.lengths))
        },
    ]

    static let statics: [Member] = [
        .function("Reverse", "object array", "int index?", "int length?", returns: "void") { arguments in
            guard case .array(let array) = arguments[0] else { return .nothing }
            guard arguments.count > 2 else {
                array.elements.reverse()
                return .nothing
            }
            let (start, count) = (arguments.int(1), arguments.int(2))
            guard start >= 0, count >= 0, start <= array.elements.count, count <= array.elements.count - start else {
                throw outOfBounds
            }
            array.elements[start..<(start + count)].reverse()
            return .nothing
        },
        .function("Sort", "object array", "object items?", returns: "void") { arguments in
            guard case .array(let array) = arguments[0] else { return .nothing }
            let ignoreCase = arguments[1].asObject(ComparerObject.self)?.ignoresCase ?? false
            if case .array(let items) = arguments[1], items.elements.count == array.elements.count {
                let order = try zip(array.elements, items.elements).sorted {
                    try Comparison.order($0.0, $1.0, ignoreCase: false) < 0
                }
                array.elements = order.map(\.0)
                items.elements = order.map(\.1)
                return .nothing
            }
            array.elements = try array.elements.sorted { try Comparison.order($0, $1, ignoreCase: ignoreCase) < 0 }
            return .nothing
        },
        .function("Copy", "object sourceArray", "object destinationArray", "int length", returns: "void") { arguments in
            guard case .array(let source) = arguments[0], case .array(let target) = arguments[1] else { return .nothing }
            let count = arguments.int(2)
            guard count >= 0, count <= source.elements.count, count <= target.elements.count else { throw outOfBounds }
            target.elements.replaceSubrange(..<count, with: source.elements[..<count])
            return .nothing
        },
        .function("Clear", "object array", "int index?", "int length?", returns: "void") { arguments in
            guard case .array(let array) = arguments[0] else { return .nothing }
            let filler = array.elementType.flatMap { $0.isValueType ? try? Conversion.convert(.int(0), to: $0) : nil } ?? .null
            let (start, count) = arguments.count > 2 ? (arguments.int(1), arguments.int(2)) : (0, array.elements.count)
            guard start >= 0, count >= 0, start <= array.elements.count, count <= array.elements.count - start else {
                throw outOfBounds
            }
            for place in start..<(start + count) { array.elements[place] = filler }
            return .nothing
        },
        .function("Resize", "System.Management.Automation.PSReference array", "int newSize", returns: "void") { arguments in
            guard let reference = arguments[0].reference as? any ReferenceObjectValue, let old = arguments[0].property("Value"),
                case .array(let array) = old, (0...1 << 28).contains(arguments.int(1))
            else { throw outOfBounds }
            let size = arguments.int(1)
            let kept = Array(array.elements.prefix(size))
            try reference.store(
                .array(ArrayObject(kept + Array(repeating: .null, count: size - kept.count), of: array.elementType)))
            return .nothing
        },
        .function("CreateInstance", "type elementType", "int length", returns: "array") { arguments in
            guard let type = arguments[0].asObject(TypeObject.self)?.represented, (0...1 << 28).contains(arguments.int(1)) else {
                throw outOfBounds
            }
            let filler = type.isValueType ? (try? Conversion.convert(.int(0), to: type)) ?? .null : .null
            return .array(
                ArrayObject(Array(repeating: filler, count: arguments.int(1)), of: type === ObjectType.object ? nil : type))
        },
        .function("Empty", returns: "array") { _ in .array([]) },
        .function("BinarySearch", "object array", "object value", returns: "int") { arguments in
            let elements = arguments.list(0)
            var (low, high) = (0, elements.count - 1)
            while low <= high {
                let middle = (low + high) / 2
                let order = try Comparison.order(elements[middle], arguments[1], ignoreCase: false)
                if order == 0 { return Value.integer(middle) }
                if order < 0 { low = middle + 1 } else { high = middle - 1 }
            }
            return Value.integer(~low)
        },
        .function("LastIndexOf", "object array", "object value", returns: "int") { arguments in
            Value.integer(arguments.list(0).lastIndex { Comparison.equals($0, arguments[1], ignoreCase: false) } ?? -1)
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

    /// What a typed list does otherwise than ArrayList: values take its type, and Add returns nothing.
    static func generic(_ element: ObjectType) -> [Member] {
        let array = element === ObjectType.object ? nil : element
        return [
            .method("Add", "object item", returns: "void") { value, arguments in
                try list(value).elements.append(try Conversion.convert(arguments[0], to: element))
                return .nothing
            },
            .method("AddRange", "object collection", returns: "void") { value, arguments in
                try list(value).elements += try arguments.list(0).map { try Conversion.convert($0, to: element) }
                return .nothing
            },
            .method("Insert", "int index", "object item", returns: "void") { value, arguments in
                let list = try list(value)
                guard (0...list.elements.count).contains(arguments.int(0)) else { throw indexOutOfRange }
                list.elements.insert(try Conversion.convert(arguments[1], to: element), at: arguments.int(0))
                return .nothing
            },
            .method("Remove", "object item", returns: "bool") { value, arguments in
                let list = try list(value)
                guard let place = list.elements.firstIndex(where: { Comparison.equals($0, arguments[0], ignoreCase: false) }) else {
                    return .bool(false)
                }
                list.elements.remove(at: place)
                return .bool(true)
            },
            .method("GetRange", "int index", "int count", returns: "object") { value, arguments in
                let list = try list(value)
                let (start, count) = (arguments.int(0), arguments.int(1))
                guard start >= 0, count >= 0, start <= list.elements.count, count <= list.elements.count - start else {
                    throw indexOutOfRange
                }
                return .object(ListObject(Array(list.elements[start..<(start + count)]), type: list.type))
            },
            .method("RemoveRange", "int index", "int count", returns: "void") { value, arguments in
                let list = try list(value)
                let (start, count) = (arguments.int(0), arguments.int(1))
                guard start >= 0, count >= 0, start <= list.elements.count, count <= list.elements.count - start else {
                    throw indexOutOfRange
                }
                list.elements.removeSubrange(start..<(start + count))
                return .nothing
            },
            .method("ToArray", returns: element.name + "[]") { value, _ in .array(ArrayObject(try list(value).elements, of: array))
            },
            .property("Capacity", "int") { Value.integer(max(4, try list($0).elements.count)) },
            .method("LastIndexOf", "object item", returns: "int") { value, arguments in
                Value.integer(try list(value).elements.lastIndex { Comparison.equals($0, arguments[0], ignoreCase: false) } ?? -1)
            },
            .method("AsReadOnly", returns: "object") { value, _ in value },
        ]
    }

    static var indexOutOfRange: ValueError {
        ValueError(
            "Index was out of range. Must be non-negative and less than or equal to the size of the collection. (Parameter 'index')",
            id: "ArgumentOutOfRangeException", exception: "System.ArgumentOutOfRangeException", category: "NotSpecified")
    }

    private static func list(_ value: Value) throws -> ListObject {
        guard let list = value.asObject(ListObject.self) else { throw ArrayMembers.outOfBounds }
        return list
    }

    static let instance: [Member] = [
        .property("Count", "int") { Value.integer(try list($0).elements.count) },
        .property("IsReadOnly", "bool") { _ in .bool(false) }, .property("IsFixedSize", "bool") { _ in .bool(false) },
        .property("IsSynchronized", "bool") { _ in .bool(false) }, .property("SyncRoot", "object") { $0 },
        .method("Clone", returns: "object") { value, _ in .object(ListObject(try list(value).elements, type: try list(value).type))
        },
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

    /// A number is a place in an ordered dictionary, and a key in every other table.
    private static func entry(_ value: Value, _ key: Value) throws -> Value {
        let table = try table(value)
        if value.type === ObjectType.orderedDictionary, case .int(let place) = key {
            return table.entry(at: Int(place))?.value ?? .null
        }
        return table[key] ?? .null
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
            .object(EnumeratorObject(try table(value).pairs.map { .object(DictionaryEntry(key: $0.key, value: $0.value)) }))
        },
        .property("IsReadOnly", "bool") { _ in .bool(false) }, .property("IsFixedSize", "bool") { _ in .bool(false) },
        .property("IsSynchronized", "bool") { _ in .bool(false) }, .property("SyncRoot", "object") { $0 },
        .method("get_Item", "object key", returns: "object") { try entry($0, $1[0]) },
        .method("Item", "object key", returns: "object") { try entry($0, $1[0]) },
        .method("set_Item", "object key", "object value", returns: "void") { value, arguments in
            try table(value)[arguments[0]] = arguments[1]
            return .nothing
        },
        .method("Insert", "int index", "object key", "object value", returns: "void") { value, arguments in
            let table = try table(value)
            let pairs = table.pairs
            let place = arguments.int(0)
            guard (0...pairs.count).contains(place), table[arguments[1]] == nil else { throw ArrayMembers.outOfBounds }
            table.removeAll()
            for (number, pair) in pairs.enumerated() {
                if number == place { table[arguments[1]] = arguments[2] }
                table[pair.key] = pair.value
            }
            if place == pairs.count { table[arguments[1]] = arguments[2] }
            return .nothing
        },
        .method("RemoveAt", "int index", returns: "void") { value, arguments in
            let table = try table(value)
            guard let entry = table.entry(at: arguments.int(0)) else { throw ArrayMembers.outOfBounds }
            table[entry.key] = nil
            return .nothing
        },
        .method("CopyTo", "object array", "int index", returns: "void") { value, arguments in
            guard case .array(let target) = arguments[0] else { return .nothing }
            for (place, pair) in try table(value).pairs.enumerated() {
                guard target.elements.indices.contains(place + arguments.int(1)) else { throw ArrayMembers.outOfBounds }
                target.elements[place + arguments.int(1)] = .object(DictionaryEntry(key: pair.key, value: pair.value))
            }
            return .nothing
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

    static let statics: [Member] = [
        .function("GetType", "string typeName", "bool throwOnError?", "bool ignoreCase?", returns: "type") { arguments in
            let name = String(arguments.string(0).prefix { $0 != "," })
            if let type = try? TypeTable.builtin.find(name) { return .object(TypeObject(type)) }
            guard arguments.bool(1) else { return .null }
            throw ValueError(
                "Could not load type '\(name)'.", id: "TypeLoadException", exception: "System.TypeLoadException",
                category: "NotSpecified")
        },
        .constant("EmptyTypes", "type[]") { .array(ArrayObject([], of: .type)) },
    ]

    static let instance: [Member] =
        [
            // In strings it is the accelerator.
            .method("ToString", returns: "string") { value, _ in .string(represented(value).name) },
            .method("GetTypeInfo", returns: "type") { value, _ in value },
            .property("IsPublic", "bool") { _ in .bool(true) },
            .property("IsSerializable", "bool") { .bool(represented($0).isSerializable) },
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
            .method("GetElementType", returns: "type") { value, _ in
                represented(value).element.map { .object(TypeObject($0)) } ?? .null
            },
            .method("IsInstanceOfType", "object o", returns: "bool") {
                .bool(!$1[0].isNull && $1[0].type.isKind(of: represented($0)))
            },
            .method("IsAssignableFrom", "type c", returns: "bool") { value, arguments in
                .bool(arguments[0].asObject(TypeObject.self)?.represented.isKind(of: represented(value)) ?? false)
            },
            .method("IsSubclassOf", "type c", returns: "bool") { value, arguments in
                guard let other = arguments[0].asObject(TypeObject.self)?.represented, other !== represented(value) else {
                    return .bool(false)
                }
                return .bool(represented(value).isKind(of: other))
            },
        ] + TypeReflection.members
}
