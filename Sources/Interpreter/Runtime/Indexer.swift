import Values

/// The index operator, `$collection[index]`, and assignment through it.
enum Indexer {
    /// The element, or an array of the elements, that an index names; `$null` for one out of range.
    /// - Throws: `ValueError` for a `$null` collection or index, an index that is no number into a string, and one outside a
    ///   multidimensional array.
    static func value(_ collection: Value, _ index: Value) throws -> Value {
        if collection.isNull {
            throw ValueError("Cannot index into a null array.", id: "NullArray")
        }
        if case .object(let object) = collection {
            if let table = object as? HashtableObject { return try value(table, index) }
        }
        if case .array(let array) = collection, array.lengths != nil { return try multidimensional(array, index) }
        if case .object(let object) = collection, let own = object as? any IndexableObject {
            guard let indices = index.enumerated else { return own.element(index) ?? .null }
            return .array(indices.compactMap { own.element($0) })
        }
        if case .array(let indices) = index {
            // A scalar is its own element 0, but an index list of it gives `$null`.
            guard collection.text != nil || collection.enumerated != nil else { return .null }
            return .array(try indices.elements.compactMap { try element(collection, $0) })
        }
        return try element(collection, index) ?? .null
    }

    private static func value(_ table: HashtableObject, _ index: Value) throws -> Value {
        if case .array(let keys) = index { return .array(keys.elements.map { table[$0] ?? .null }) }
        guard !index.isNull else { throw nullIndex }
        if let found = table[index] { return found }
        if table.isOrdered, case .int(let place) = index {
            let position = place < 0 ? table.count + Int(place) : Int(place)
            return table.entry(at: position)?.value ?? .null
        }
        return .null
    }

    /// `$a[1, 2]`; `$a[(0, 1), (1, 0)]` for several elements.
    private static func multidimensional(_ array: ArrayObject, _ index: Value) throws -> Value {
        let parts = index.enumerated ?? [index]
        if parts.contains(where: { $0.enumerated != nil }) { return .array(try parts.map { try multidimensional(array, $0) }) }
        guard let place = array.place(try parts.map { Int(try Conversion.int32($0)) }) else { throw outOfBounds }
        return array.elements[place]
    }

    /// The element at one index; nil out of range, which an index list leaves out.
    private static func element(_ collection: Value, _ index: Value) throws -> Value? {
        guard !index.isNull else { throw nullIndex }
        if case .string(let text) = collection {
            let units = text.value.utf16
            guard let place = position(try Conversion.int32(index), units.count) else { return nil }
            return .char(units[units.index(units.startIndex, offsetBy: place)])
        }
        if let elements = collection.enumerated {
            // A non-numeric index gives `$null`; under Set-StrictMode 3 the caller turns that into an error.
            guard let number = try? Conversion.int32(index), let place = position(number, elements.count) else { return nil }
            return elements[place]
        }
        if let value = collection.property(index.displayText), index.text != nil { return value }
        // A scalar is its own element 0, and -1.
        guard let place = try? Conversion.int32(index), place == 0 || place == -1 else { return nil }
        return collection
    }

    /// Whether an index that is no list lies outside an array or list: what Set-StrictMode 3 makes an error.
    static func isOutOfRange(_ collection: Value, _ index: Value) -> Bool {
        guard index.enumerated == nil, let count = collection.enumerated?.count else { return false }
        guard let number = try? Conversion.int32(index) else { return true }
        return position(number, count) == nil
    }

    /// The offset that an index stands for; a negative one counts from the end. nil where it is out of range.
    private static func position(_ index: Int32, _ count: Int) -> Int? {
        let place = index < 0 ? count + Int(index) : Int(index)
        return place >= 0 && place < count ? place : nil
    }

    /// Assigns an element, `$collection[index] = value`, converted to the element type of typed arrays, lists and dictionaries.
    /// - Throws: `ValueError` for a `$null` collection or index, an index out of range, a value that cannot be converted, or an
    ///   object without elements to set.
    static func set(_ collection: Value, _ index: Value, to value: Value) throws {
        guard !collection.isNull else { throw ValueError("Cannot index into a null array.", id: "NullArray") }
        guard !index.isNull else { throw nullIndex }
        switch collection {
        case .array(let array):
            if array.lengths != nil {
                let indices = try (index.enumerated ?? [index]).map { Int(try Conversion.int32($0)) }
                guard let place = array.place(indices) else { throw outOfBounds }
                array.elements[place] = try array.elementType.map { try Conversion.convert(value, to: $0) } ?? value.orNull
                return
            }
            guard let place = position(try Conversion.int32(index), array.elements.count) else { throw outOfBounds }
            array.elements[place] = try array.elementType.map { try Conversion.convert(value, to: $0) } ?? value.orNull
        case .object(let object):
            if let table = object as? HashtableObject {
                if table.isOrdered, case .int(let place) = index, table[index] == nil {
                    guard let entry = table.entry(at: Int(place)) else { throw outOfBounds }
                    table[entry.key] = value.orNull
                    return
                }
                let types = table.type.genericArguments
                if types.count == 2 {
                    table[try Conversion.convert(index, to: types[0])] = try Conversion.convert(value.orNull, to: types[1])
                } else {
                    table[index] = value.orNull
                }
                return
            }
            if let own = object as? any IndexAssignableObject { return try own.setElement(index, to: value) }
            if let list = object as? ListObject {
                guard let place = position(try Conversion.int32(index), list.elements.count) else { throw outOfBounds }
                list.elements[place] =
                    try list.type.genericArguments.first.map { try Conversion.convert(value.orNull, to: $0) } ?? value.orNull
                return
            }
            fallthrough
        default:
            throw ValueError("Unable to index into an object of type \"\(collection.type.name)\".", id: "CannotIndex")
        }
    }

    private static let outOfBounds = ValueError(
        "Index was outside the bounds of the array.", id: "System.IndexOutOfRangeException",
        exception: "System.IndexOutOfRangeException",
        category: "OperationStopped")
    private static let nullIndex = ValueError("Index operation failed; the array index evaluated to null.", id: "NullArrayIndex")
}
