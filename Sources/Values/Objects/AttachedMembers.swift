/// Ordered members that belong to one object.
public final class AttachedMembers {
    /// A member and what it does.
    public enum Member {
        /// A stored value.
        case note(Value)
        /// A value that is kept elsewhere: a module's variable.
        case live(any LiveValue)
        /// Another member's name.
        case alias(String)
        /// Code that reads and, where there is a second, writes the property.
        case script(getter: Object, setter: Object?)
        /// Code that is called with arguments.
        case method(Object)

        /// The value of a member that holds one, nil for those that run code.
        public var stored: Value? {
            switch self {
            case .note(let value): value
            case .live(let live): live.value
            case .alias, .script, .method: nil
            }
        }
    }

    /// How many alias properties may refer to one another in a row; a longer chain is taken for a cycle.
    public static let mostAliases = 64

    /// The names of the members, in the order in which they were attached.
    public private(set) var names: [String] = []
    /// The members, in the order of the names.
    public private(set) var members: [Member] = []
    /// The type names that the object shows instead of its type's own; nil for those.
    public var typeNames: [String]? {
        get { typeNameList?.elements.map(\.displayText) ?? ownTypeNames }
        set {
            ownTypeNames = newValue
            typeNameList = nil
        }
    }
    private var ownTypeNames: [String]?
    /// The type names as the collection object that a script holds: what the script inserts counts from then on.
    private var typeNameList: ListObject?
    /// The properties that default formatting shows (DefaultDisplayPropertySet of PSStandardMembers); nil where the object has no such set.
    public var defaultDisplay: [String]?
    /// Positions by folded name, made once there are too many members for a linear search.
    private var index: [String: Int] = [:]
    private static let linearLimit = 12

    /// No members.
    public init() {}

    /// Members that store values, by name; of two with the same name the last counts.
    public init(notes: [(String, Value)]) {
        for (name, value) in notes { self[name] = .note(value) }
    }

    /// - Parameter names: all different without regard to case; objects may share the array.
    init(distinct names: [String], _ members: [Member]) {
        self.names = names
        self.members = members
        if names.count > Self.linearLimit { for (place, name) in names.enumerated() { index[name.lowercased()] = place } }
    }

    /// The position of a member by name without regard to case.
    public func position(_ name: String) -> Int? {
        if names.count <= Self.linearLimit { return names.firstIndex { $0.equalsIgnoringCase(name) } }
        return index[name.lowercased()]
    }

    /// The member of a name without regard to case; setting nil removes it.
    public subscript(name: String) -> Member? {
        get { position(name).map { members[$0] } }
        set {
            guard let newValue else { return remove(name) }
            if let position = position(name) {
                members[position] = newValue
                return
            }
            names.append(name)
            members.append(newValue)
            if names.count > Self.linearLimit {
                if index.isEmpty { for (place, name) in names.enumerated() { index[name.lowercased()] = place } }
                index[name.lowercased()] = names.count - 1
            }
        }
    }

    private static let collectionType = GenericTypes.find("System.Collections.ObjectModel.Collection", [.string]) ?? .list

    /// The names as a collection that scripts change in place (`PSObject.TypeNames`).
    func typeNameCollection(_ hierarchy: [String]) -> ListObject {
        if let typeNameList { return typeNameList }
        let list = ListObject((ownTypeNames ?? hierarchy).map { .string($0) }, type: Self.collectionType)
        typeNameList = list
        return list
    }

    private func remove(_ name: String) {
        guard let position = position(name) else { return }
        names.remove(at: position)
        members.remove(at: position)
        index = [:]
        if names.count > Self.linearLimit { for (place, name) in names.enumerated() { index[name.lowercased()] = place } }
    }

    /// A copy that shares no storage.
    public func copy() -> AttachedMembers {
        let other = AttachedMembers()
        other.names = names
        other.members = members
        other.typeNames = typeNames
        other.defaultDisplay = defaultDisplay
        other.index = index
        return other
    }
}

/// A value that lives outside the object that has it as a property: a variable of a module.
public protocol LiveValue: AnyObject {
    /// The current value.
    var value: Value { get }
    /// Assigns the value where it lives.
    /// - Throws: `ValueError` if the variable is read-only, constant or does not take the value.
    func set(_ value: Value) throws
}
