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

    /// What every table has.
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
        .method("Contains", "object key", returns: "bool") { .bool(try table($0)[$1[0]] != nil) },
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
        .method("CopyTo", "object array", "int index", returns: "void") { value, arguments in
            guard case .array(let target) = arguments[0] else { return .nothing }
            for (place, pair) in try table(value).pairs.enumerated() {
                guard target.elements.indices.contains(place + arguments.int(1)) else { throw ArrayMembers.outOfBounds }
                target.elements[place + arguments.int(1)] = .object(DictionaryEntry(key: pair.key, value: pair.value))
            }
            return .nothing
        },
    ]

    /// What Hashtable has for itself.
    static let hashtable: [Member] =
        [
            .method("ContainsKey", "object key", returns: "bool") { .bool(try table($0)[$1[0]] != nil) },
            .method("Clone", returns: "object") { value, _ in
                let original = try table(value)
                let copy = HashtableObject(ordered: original.isOrdered, caseSensitive: original.isCaseSensitive)
                for pair in original.pairs { copy[pair.key] = pair.value }
                return .object(copy)
            },
        ] + values

    static let values: [Member] = [
        .method("ContainsValue", "object value", returns: "bool") { value, arguments in
            .bool(try table(value).values.contains { Comparison.equals($0, arguments[0], ignoreCase: false) })
        }
    ]

    /// What tables have whose entries have places.
    static let places: [Member] = [
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
            guard let entry = table.entry(at: arguments.int(0)) else { throw ListMembers.indexPastEnd }
            table[entry.key] = nil
            return .nothing
        },
    ]
}
