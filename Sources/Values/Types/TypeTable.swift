/// Types by the names that scripts use: full names, names without `System.`, and accelerators (`[int]`).
public struct TypeTable: Sendable {
    /// What was added to the registered types.
    private var added: [FoldedString: ObjectType] = [:]
    /// What was added with types that are made when a name is first looked for which nothing else has.
    private var later: [Once<[FoldedString: ObjectType]>] = []
    /// Namespaces in which names are looked for as well (`using namespace`).
    private var namespaces: [String] = []
    /// Finds types that the program around brings, by a name as scripts write it.
    private let further: (@Sendable (String) -> ObjectType?)?
    private let furtherNames: (@Sendable () -> [String])?

    /// - Parameters:
    ///   - further: finds types that the program around brings.
    ///   - names: their full names, for completion.
    public init(further: (@Sendable (String) -> ObjectType?)? = nil, names: (@Sendable () -> [String])? = nil) {
        self.further = further
        furtherNames = names
    }

    /// The registered types only.
    public static let builtin = TypeTable()

    /// The type of a name without brackets (`int`, `System.Int32`, `string[]`); nil where there is none.
    public func find(_ name: String) -> ObjectType? {
        let trimmed = name.trimmingSpaces()
        if let type = known(trimmed) ?? known("System." + trimmed) ?? further?(trimmed) { return type }
        for namespace in namespaces {
            if let type = known(namespace + "." + trimmed) ?? further?(namespace + "." + trimmed) { return type }
        }
        if let generic = parsedGeneric(trimmed) ?? GenericTypes.definition(trimmed, namespaces: namespaces) { return generic }
        guard trimmed.hasSuffix("[]"), let type = find(String(trimmed.dropLast(2))) else { return nil }
        return type === ObjectType.object ? .objectArray : .array(of: type)
    }

    private func known(_ name: String) -> ObjectType? {
        let key = FoldedString(name)
        return added[key] ?? TypeRegistry.find(name) ?? later.lazy.compactMap { $0.value[key] }.first
    }

    /// Adds a type under its full name and further ones.
    public mutating func add(_ type: ObjectType, _ names: String...) {
        for name in [type.name] + names { added[FoldedString(name)] = type }
    }

    /// Adds types with their further names that are made when a name is first looked for which the table does not know: a shell starts
    /// without them.
    public mutating func add(later types: @escaping @Sendable () -> [(ObjectType, [String])]) {
        later.append(Once { Self.table(of: types()) })
    }

    /// Adds what was added to another table and has no name that this one's own additions have.
    public mutating func add(allOf other: TypeTable) {
        added.merge(other.added) { own, _ in own }
        later += other.later
    }

    private static func table(of types: [(ObjectType, [String])]) -> [FoldedString: ObjectType] {
        var table: [FoldedString: ObjectType] = [:]
        for (type, names) in types {
            for name in [type.name] + names { table[FoldedString(name)] = type }
        }
        return table
    }

    /// A generic type of a name and its arguments.
    public func generic(_ name: String, _ arguments: [ObjectType]) -> ObjectType? {
        GenericTypes.find(name, arguments, namespaces: namespaces)
    }

    /// `Collections.Generic.List[string]`, `int[,]`, as texts name types (New-Object, -as).
    private func parsedGeneric(_ text: String) -> ObjectType? {
        guard text.hasSuffix("]"), let open = text.firstIndex(of: "["), open != text.startIndex, text.count < 1024 else {
            return nil
        }
        let inner = text[text.index(after: open)...].dropLast()
        if inner.allSatisfy({ $0 == "," }), !inner.isEmpty {
            return find(String(text[..<open])).map { .array(of: $0, rank: inner.count + 1) }
        }
        var parts: [String] = []
        var depth = 0
        var part = ""
        for character in inner {
            if character == "[" { depth += 1 }
            if character == "]" { depth -= 1 }
            if depth < 0 { return nil }
            if character == ",", depth == 0 {
                parts.append(part)
                part = ""
            } else {
                part.append(character)
            }
        }
        parts.append(part)
        let arguments = parts.compactMap { part -> ObjectType? in
            var name = part.trimmingSpaces()
            // `[[System.String]]`, and the assembly that .NET's full names have behind a comma.
            if name.hasPrefix("["), name.hasSuffix("]") { name = String(name.dropFirst().dropLast()) }
            return name.isEmpty ? nil : find(name)
        }
        return arguments.count == parts.count && depth == 0 ? generic(String(text[..<open]), arguments) : nil
    }

    /// `using namespace`: names are looked for in it as well.
    public mutating func use(namespace: String) {
        if !namespaces.contains(where: { $0.equalsIgnoringCase(namespace) }) { namespaces.append(namespace) }
    }

    /// Every name, for completion.
    public var names: [String] {
        let own = added.keys.map(\.text) + TypeRegistry.names + later.flatMap { $0.value.keys.map(\.text) }
        return Set(own + (furtherNames?() ?? [])).sorted()
    }

    /// The accelerator that strings and headers show for a type (`int` for System.Int32).
    public static func accelerator(of type: ObjectType) -> String? {
        if let element = type.element {
            return accelerator(of: element).map { $0 + "[" + String(repeating: ",", count: type.rank - 1) + "]" }
        }
        return accelerators[type.name]
    }

    private static let accelerators = [
        "System.SByte": "sbyte", "System.Byte": "byte", "System.Int16": "short", "System.UInt16": "ushort", "System.Int32": "int",
        "System.UInt32": "uint", "System.Int64": "long", "System.UInt64": "ulong", "System.Single": "float",
        "System.Double": "double",
        "System.Decimal": "decimal", "System.Numerics.BigInteger": "bigint", "System.String": "string", "System.Boolean": "bool",
        "System.Char": "char", "System.Collections.Hashtable": "hashtable", "System.DateTime": "datetime",
        "System.TimeSpan": "timespan", "System.Guid": "guid", "System.Version": "version", "System.Uri": "uri",
        "System.Array": "array", "System.Type": "type", "System.Void": "void", "System.Text.RegularExpressions.Regex": "regex",
        "System.Xml.XmlDocument": "xml", "System.Globalization.CultureInfo": "cultureinfo", "System.Net.IPAddress": "ipaddress",
        "System.Net.Mail.MailAddress": "mailaddress", "System.Security.SecureString": "securestring",
        "System.Management.Automation.SemanticVersion": "semver", "System.Management.Automation.ScriptBlock": "scriptblock",
        "System.Management.Automation.SwitchParameter": "switch", "System.Management.Automation.PSReference": "ref",
        "System.Management.Automation.PSCredential": "pscredential", "System.Management.Automation.PSObject": "psobject",
    ]
}
