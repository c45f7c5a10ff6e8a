import Values

/// The type data of one type: what a session adds to its objects (about_Types.ps1xml, Update-TypeData).
public struct TypeData {
    /// The type's full name.
    public let typeName: String
    /// The members that are added to the objects.
    public var members: AttachedMembers
    /// DefaultDisplayPropertySet: the properties that default formatting shows; nil: not given, as below.
    public var defaultDisplay: [String]?
    /// DefaultDisplayProperty: the property that Format-Wide shows.
    public var defaultDisplayProperty: String?
    /// DefaultKeyPropertySet: the properties that Sort-Object and Group-Object use.
    public var defaultKeys: [String]?
    /// SerializationDepth: the levels of an object that are serialized.
    public var serializationDepth: Int?

    /// Makes empty type data.
    public init(_ typeName: String) {
        self.typeName = typeName
        members = AttachedMembers()
    }

    /// Whether nothing is added.
    public var isEmpty: Bool {
        members.names.isEmpty && defaultDisplay == nil && defaultDisplayProperty == nil && defaultKeys == nil
            && serializationDepth == nil
    }

    /// Adds the members and settings of other type data.
    /// - Throws: `ValueError` for a member that is present already, unless `replacing`.
    mutating func merge(_ other: TypeData, replacing: Bool) throws {
        if !replacing, let twice = other.members.names.first(where: { members[$0] != nil }) {
            throw ValueError(
                "Error in TypeData \"\(typeName)\": The member \(twice) is already present.", id: "TypesDynamicUpdateException",
                exception: "System.Management.Automation.RuntimeException", category: "InvalidOperation")
        }
        // A copy, because Get-TypeData's earlier objects share `members`.
        let merged = members.copy()
        for (name, member) in zip(other.members.names, other.members.members) { merged[name] = member }
        members = merged
        defaultDisplay = other.defaultDisplay ?? defaultDisplay
        defaultDisplayProperty = other.defaultDisplayProperty ?? defaultDisplayProperty
        defaultKeys = other.defaultKeys ?? defaultKeys
        serializationDepth = other.serializationDepth ?? serializationDepth
    }
}

/// The type data of a session. Usually empty, which every access to a member tests first (`isEmpty`).
public struct TypeDataTable {
    private var types: [FoldedName: TypeData] = [:]
    /// The types in the order in which they were added.
    private var order: [FoldedName] = []

    /// Makes an empty table.
    public init() {}

    /// Whether no type has type data.
    public var isEmpty: Bool { types.isEmpty }
    /// The type data of all types, in the order in which they were added.
    public var all: [TypeData] { order.compactMap { types[$0] } }

    /// The type data of a type, by its full name.
    public subscript(typeName: String) -> TypeData? { types[FoldedName(typeName)] }

    /// Adds type data to that of its type.
    /// - Throws: `ValueError` for a member that is present already, unless `replacing`.
    public mutating func add(_ data: TypeData, replacing: Bool) throws {
        let key = FoldedName(data.typeName)
        guard var known = types[key] else {
            types[key] = data
            order.append(key)
            return
        }
        try known.merge(data, replacing: replacing)
        types[key] = known
    }

    /// Removes the type data of a type.
    /// - Returns: whether there was any.
    public mutating func remove(_ typeName: String) -> Bool {
        let key = FoldedName(typeName)
        order.removeAll { $0 == key }
        return types.removeValue(forKey: key) != nil
    }

    /// The member of a name that type data gives an object: that of its most derived type.
    func member(_ name: String, of object: Value) -> AttachedMembers.Member? {
        first(of: object) { $0.members[name] }
    }

    /// The properties that default formatting shows of an object; nil where no type data says so.
    public func defaultDisplay(of object: Value) -> [String]? { first(of: object) { $0.defaultDisplay } }
    /// The property that Format-Wide shows of an object; nil where no type data says so.
    public func defaultDisplayProperty(of object: Value) -> String? { first(of: object) { $0.defaultDisplayProperty } }
    /// The properties that Sort-Object and Group-Object use of an object; nil where no type data says so.
    public func defaultKeys(of object: Value) -> [String]? { first(of: object) { $0.defaultKeys } }

    private func first<T>(of object: Value, _ read: (TypeData) -> T?) -> T? {
        for typeName in object.typeNames {
            if let data = types[FoldedName(typeName)], let found = read(data) { return found }
        }
        return nil
    }

    /// The members that type data gives an object; of several with one name that of its most derived type.
    public func members(of object: Value) -> [(name: String, member: AttachedMembers.Member)] {
        guard !isEmpty else { return [] }
        var found: [(name: String, member: AttachedMembers.Member)] = []
        for typeName in object.typeNames {
            guard let members = types[FoldedName(typeName)]?.members else { continue }
            for (name, member) in zip(members.names, members.members)
            where !found.contains(where: { $0.name.equalsIgnoringCase(name) }) {
                found.append((name, member))
            }
        }
        return found
    }
}

extension Engine {
    /// The names of all properties of an object: its own, then those of type data.
    public func propertyNames(of object: Value) -> [String] {
        let own = object.propertyNames
        guard !typeData.isEmpty else { return own }
        return own
            + typeData.members(of: object).compactMap { entry in
                if case .method = entry.member { return nil }
                return own.contains { $0.equalsIgnoringCase(entry.name) } ? nil : entry.name
            }
    }

    /// The properties to show of an object that has no view; nil: all its own ones.
    public func displayNames(of object: Value) -> [String]? {
        guard !typeData.isEmpty, object.reference?.attached?.defaultDisplay == nil else { return nil }
        if let names = typeData.defaultDisplay(of: object) { return names }
        guard object.type.defaultDisplay == nil else { return nil }
        let names = propertyNames(of: object)
        return names.count == object.propertyNames.count ? nil : names
    }
}
