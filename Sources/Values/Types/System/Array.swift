/// System.Object[] and typed arrays: fixed in length for the language, which makes a new one where a script adds to it.
public final class ArrayObject: Object {
    /// The elements, row by row where there are several dimensions.
    public var elements: [Value]
    /// The type each element has; nil for object[].
    public let elementType: ObjectType?
    /// The length of each dimension, for arrays with several; the elements then stand row by row.
    public let lengths: [Int]?

    /// Takes nil for the element type of object[], and the lengths of an array with several dimensions.
    public init(_ elements: [Value], of elementType: ObjectType? = nil, lengths: [Int]? = nil) {
        self.elements = elements
        self.elementType = elementType
        self.lengths = lengths
        super.init()
    }

    public override var type: ObjectType {
        if let lengths { return .array(of: elementType ?? .object, rank: lengths.count) }
        return elementType.map { ObjectType.array(of: $0) } ?? .objectArray
    }
    public override var enumerated: [Value]? { elements }

    /// Adds a value, or the elements of a collection, in place.
    public func append(_ other: Value) {
        if let more = other.enumerated { elements.append(contentsOf: more) } else { elements.append(other.orNull) }
    }

    /// Where an element of an array with several dimensions stands; nil where an index is out of its range or there are too few.
    public func place(_ indices: [Int]) -> Int? {
        guard let lengths, lengths.count == indices.count else { return nil }
        var place = 0
        for (index, length) in zip(indices, lengths) {
            let wanted = index < 0 ? index + length : index
            guard wanted >= 0, wanted < length else { return nil }
            place = place * length + wanted
        }
        return place
    }
}

extension ObjectType {
    /// System.Array, the base of all array types.
    public static let array = ObjectType(
        "System.Array", base: .object,
        interfaces: ["System.Collections.IEnumerable", "System.Collections.IList", "System.Object[]"],
        members: ArrayMembers.instance, statics: ArrayMembers.statics)
    /// System.Object[], the type that array literals have.
    public static let objectArray = ObjectType(
        ObjectType.object.name + "[]", base: .array, element: .object, construct: { try constructArray(of: .object, $0) },
        convert: { .array($0.enumeratedOrSelf) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Array", "array") { .array } }
