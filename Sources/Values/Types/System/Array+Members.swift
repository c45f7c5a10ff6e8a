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
