enum ListMembers {
    static let construct: @Sendable (Arguments) throws -> Value = { arguments in
        if case .int = arguments[0] { return .object(ListObject()) }
        return .object(ListObject(arguments.list(0)))
    }

    /// What a typed list does otherwise than ArrayList: values take its type, and Add returns nothing.
    static func typed(_ element: ObjectType) -> [Member] {
        let item = Overload.Parameter.text(element, "item")
        return [
            .method("Add", item, returns: "void") { value, arguments in
                try list(value).elements.append(try Conversion.convert(arguments[0], to: element))
                return .nothing
            },
            .method("Insert", "int index", item, returns: "void") { value, arguments in
                let list = try list(value)
                guard (0...list.elements.count).contains(arguments.int(0)) else {
                    throw indexError("Index must be within the bounds of the List. (Parameter 'index')")
                }
                list.elements.insert(try Conversion.convert(arguments[1], to: element), at: arguments.int(0))
                return .nothing
            },
            .method("Remove", item, returns: "bool") { value, arguments in
                let list = try list(value)
                guard let place = list.elements.firstIndex(where: { Comparison.equals($0, arguments[0], ignoreCase: false) }) else {
                    return .bool(false)
                }
                list.elements.remove(at: place)
                return .bool(true)
            },
        ] + instance
    }

    /// What List has beyond the collections that another list may stand behind: ranges of elements, of one type.
    static func typedRanges(_ element: ObjectType) -> [Member] {
        let array = element === ObjectType.object ? nil : element
        return [
            .method("AddRange", "object collection", returns: "void") { value, arguments in
                try list(value).elements += try arguments.list(0).map { try Conversion.convert($0, to: element) }
                return .nothing
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
            .method("LastIndexOf", Overload.Parameter.text(element, "item"), returns: "int") { value, arguments in
                Value.integer(try list(value).elements.lastIndex { Comparison.equals($0, arguments[0], ignoreCase: false) } ?? -1)
            },
            .method("AsReadOnly", returns: "object") { value, _ in value },
        ]
    }

    static var indexOutOfRange: ValueError {
        indexError(
            "Index was out of range. Must be non-negative and less than or equal to the size of the collection. (Parameter 'index')"
        )
    }

    static var indexPastEnd: ValueError {
        indexError("Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')")
    }

    private static func indexError(_ message: String) -> ValueError {
        ValueError(
            message, id: "ArgumentOutOfRangeException", exception: "System.ArgumentOutOfRangeException", category: "NotSpecified")
    }

    private static func list(_ value: Value) throws -> ListObject {
        guard let list = value.asObject(ListObject.self) else { throw ArrayMembers.outOfBounds }
        return list
    }

    /// What ArrayList and List have beyond the collections that another list may stand behind.
    static let ranges: [Member] = [
        .method("AddRange", "object collection", returns: "void") { value, arguments in
            try list(value).elements += arguments.list(0)
            return .nothing
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

    /// What ArrayList has for itself.
    static let arrayList: [Member] = [
        .method("Clone", returns: "object") { value, _ in .object(ListObject(try list(value).elements, type: try list(value).type))
        }
    ]

    /// What every list has, of untyped elements.
    static let instance: [Member] = [
        .property("Count", "int") { Value.integer(try list($0).elements.count) },
        .property("IsReadOnly", "bool") { _ in .bool(false) }, .property("IsFixedSize", "bool") { _ in .bool(false) },
        .property("IsSynchronized", "bool") { _ in .bool(false) }, .property("SyncRoot", "object") { $0 },
        .method("Add", "object value", returns: "int") { value, arguments in
            let list = try list(value)
            list.elements.append(arguments[0])
            return Value.integer(list.elements.count - 1)
        },
        .method("Insert", "int index", "object value", returns: "void") { value, arguments in
            let list = try list(value)
            guard (0...list.elements.count).contains(arguments.int(0)) else { throw indexOutOfRange }
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
            guard list.elements.indices.contains(arguments.int(0)) else { throw indexPastEnd }
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
        .method("CopyTo", "object array", "int arrayIndex?", returns: "void") { value, arguments in
            guard case .array(let target) = arguments[0] else { return .nothing }
            for (place, element) in try list(value).elements.enumerated() {
                guard target.elements.indices.contains(place + arguments.int(1)) else { throw ArrayMembers.outOfBounds }
                target.elements[place + arguments.int(1)] = element
            }
            return .nothing
        },
        .method("GetEnumerator", returns: "System.Collections.IEnumerator") { value, _ in
            .object(EnumeratorObject(try list(value).elements))
        },
    ]
}
