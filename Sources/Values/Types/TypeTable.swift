/// Types by the names that scripts use: full names, names without `System.`, and accelerators (`[int]`).
public struct TypeTable: Sendable {
    private var types: [FoldedString: ObjectType] = [:]

    public init() {}

    /// The type of a name without brackets (`int`, `System.Int32`, `string[]`); nil where there is none.
    public func find(_ name: String) -> ObjectType? {
        let trimmed = name.trimmingSpaces()
        if let type = types[FoldedString(trimmed)] { return type }
        if trimmed.hasSuffix("[]") {
            let element = String(trimmed.dropLast(2))
            guard let type = find(element) else { return nil }
            return type === ObjectType.object ? .objectArray : .array(of: type)
        }
        return types[FoldedString("System." + trimmed)]
    }

    /// Adds a type under its full name and further ones.
    public mutating func add(_ type: ObjectType, _ names: String...) {
        types[FoldedString(type.name)] = type
        for name in names { types[FoldedString(name)] = type }
    }

    /// Every name, for completion.
    public var names: [String] { types.keys.map(\.text).sorted() }

    /// The language's own types.
    public static let builtin: TypeTable = {
        var table = TypeTable()
        table.add(.object, "object")
        table.add(.boolean, "bool", "boolean")
        table.add(.int32, "int", "int32")
        table.add(.int64, "long", "int64")
        table.add(.double, "double")
        table.add(.char, "char")
        table.add(.string, "string")
        table.add(.array, "array")
        table.add(.objectArray)
        table.add(.list, "collections.arraylist")
        table.add(.hashtable, "hashtable")
        table.add(.orderedDictionary, "ordered")
        table.add(.customObject, "pscustomobject")
        table.add(.type, "type")
        table.add(.enumeration, "enum")
        for (type, names) in DotNetTypes.all {
            table.add(type)
            for name in names { table.add(type, name) }
        }
        return table
    }()

    /// The accelerator that strings and headers show for a type (`int` for System.Int32).
    public static func accelerator(of type: ObjectType) -> String? {
        switch type.name {
        case "System.Int32": "int"
        case "System.Int64": "long"
        case "System.String": "string"
        case "System.Double": "double"
        case "System.Boolean": "bool"
        case "System.Char": "char"
        case "System.Collections.Hashtable": "hashtable"
        case "System.Object": nil
        default: nil
        }
    }
}
