extension Value {
    /// The declared type.
    public var type: ObjectType {
        switch self {
        case .null, .nothing, .unset: .object
        case .bool: .boolean
        case .int: .int32
        case .long: .int64
        case .double: .double
        case .fixed(let number): number.type
        case .char: .char
        case .string(let object): object.type
        case .array(let object): object.elementType == nil && object.lengths == nil ? .objectArray : object.type
        case .object(let object): object.type
        }
    }

    /// The full name of the type, with names given to this one object taken first.
    public var typeName: String { reference?.attached?.typeNames?.first ?? type.name }

    /// The names by which views are found, most derived first.
    public var typeNames: [String] { reference?.attached?.typeNames ?? type.hierarchy }

    /// The elements of something that a pipeline takes apart, nil for one object. Strings and hashtables are one object.
    public var enumerated: [Value]? {
        switch self {
        case .array(let array): array.elements
        case .object(let object): object.enumerated
        case .nothing: []
        default: nil
        }
    }

    /// The elements, or the value itself as the only one; null has none.
    public var enumeratedOrSelf: [Value] { enumerated ?? (isNull ? [] : [self]) }
}
