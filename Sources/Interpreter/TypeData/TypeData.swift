import Values

/// What a session adds to the objects of a type (about_Types.ps1xml, Update-TypeData).
public struct TypeData {
    public let typeName: String
    public var members: AttachedMembers
    /// The properties that default formatting shows.
    public var defaultDisplay: [String]?
    /// The property that Format-Wide shows.
    public var defaultDisplayProperty: String?
    /// The properties by which Sort-Object sorts and Group-Object groups.
    public var defaultKeys: [String]?
    /// How many levels of such an object are serialised.
    public var serializationDepth: Int?

    public init(_ typeName: String) {
        self.typeName = typeName
        members = AttachedMembers()
    }

    public var isEmpty: Bool {
        members.names.isEmpty && defaultDisplay == nil && defaultDisplayProperty == nil && defaultKeys == nil
            && serializationDepth == nil
    }

    /// Adds what another one has.
    /// - Throws: for a member that is there already, unless `replacing`.
    mutating func merge(_ other: TypeData, replacing: Bool) throws {
        if !replacing, let twice = other.members.names.first(where: { members[$0] != nil }) {
            throw ValueError(
                "Error in TypeData \"\(typeName)\": The member \(twice) is already present.", id: "TypesDynamicUpdateException",
                exception: "System.Management.Automation.RuntimeException", category: "InvalidOperation")
        }
        // A copy: objects that were listed before keep what they said.
        let merged = members.copy()
        for (name, member) in zip(other.members.names, other.members.members) { merged[name] = member }
        members = merged
        defaultDisplay = other.defaultDisplay ?? defaultDisplay
        defaultDisplayProperty = other.defaultDisplayProperty ?? defaultDisplayProperty
        defaultKeys = other.defaultKeys ?? defaultKeys
        serializationDepth = other.serializationDepth ?? serializationDepth
    }
}

/// The type data of a session. Empty in most: every access to a member asks `isEmpty` first.
public struct TypeDataTable {
    private var types: [FoldedName: TypeData] = [:]
    /// In the order in which they came.
    private var order: [FoldedName] = []

    public init() {}

    public var isEmpty: Bool { types.isEmpty }
    public var all: [TypeData] { order.compactMap { types[$0] } }

    public subscript(typeName: String) -> TypeData? { types[FoldedName(typeName)] }

    /// - Throws: for a member that the type has already, unless `replacing`.
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

    /// - Returns: whether there was any.
    public mutating func remove(_ typeName: String) -> Bool {
        let key = FoldedName(typeName)
        order.removeAll { $0 == key }
        return types.removeValue(forKey: key) != nil
    }

    /// The member that an object has by its types, most derived first.
    func member(_ name: String, of object: Value) -> AttachedMembers.Member? {
        first(of: object) { $0.members[name] }
    }

    public func defaultDisplay(of object: Value) -> [String]? { first(of: object) { $0.defaultDisplay } }
    public func defaultDisplayProperty(of object: Value) -> String? { first(of: object) { $0.defaultDisplayProperty } }
    public func defaultKeys(of object: Value) -> [String]? { first(of: object) { $0.defaultKeys } }

    private func first<T>(of object: Value, _ read: (TypeData) -> T?) -> T? {
        for typeName in object.typeNames {
            if let data = types[FoldedName(typeName)], let found = read(data) { return found }
        }
        return nil
    }

    /// The members that type data gives an object, those of its most derived type first.
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
    /// Every property of an object: its own ones, then those of type data.
    public func propertyNames(of object: Value) -> [String] {
        let own = object.propertyNames
        guard !typeData.isEmpty else { return own }
        return own
            + typeData.members(of: object).compactMap { entry in
                if case .method = entry.member { return nil }
                return own.contains { $0.equalsIgnoringCase(entry.name) } ? nil : entry.name
            }
    }

    /// The properties that default formatting shows, where a view has to be made up; nil: all that the object itself has.
    public func displayNames(of object: Value) -> [String]? {
        guard !typeData.isEmpty, object.reference?.attached?.defaultDisplay == nil else { return nil }
        if let names = typeData.defaultDisplay(of: object) { return names }
        guard object.type.defaultDisplay == nil else { return nil }
        let names = propertyNames(of: object)
        return names.count == object.propertyNames.count ? nil : names
    }
}
