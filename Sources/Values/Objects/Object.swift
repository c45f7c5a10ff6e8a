/// The base of everything that a `Value` refers to.
///
/// Any object can carry members of its own beside those of its type, as Add-Member and Select-Object attach them.
open class Object {
    /// Members attached to this one object; nil for nearly all of them.
    public final var attached: AttachedMembers?

    public init() {}

    /// The type that describes the object's declared members.
    open var type: ObjectType { .object }

    /// The string that `"$object"` and -f give; nil makes the type's name stand for it.
    open var stringForm: String? { nil }

    /// The elements that a pipeline, foreach and -contains see; nil for something that is not enumerated.
    open var enumerated: [Value]? { nil }

    /// The object itself, where its properties are what it holds. A method and not a cast: it is asked on every access to a property.
    open var dynamicMembers: (any DynamicMembersObject)? { nil }

    /// The object itself, where a class of a script says how it equals others: hashtables and sets ask it. A property and not a cast: it is
    /// asked for every key that is an object.
    open var keyEquality: (any KeyEquality)? { nil }

    /// The same as a collection, whose changes are the object's.
    public final var typeNameCollection: ListObject {
        let members = attached ?? AttachedMembers()
        attached = members
        return members.typeNameCollection(type.hierarchy)
    }

    /// The type names, most derived first, by which views are found.
    public final var typeNames: [String] {
        if let names = attached?.typeNames { return names }
        return type.hierarchy
    }
}

/// An object that counts as a key by its own Equals and GetHashCode, as .NET's collections ask every object.
public protocol KeyEquality: Object {
    /// What GetHashCode() gives; nil where the class has none of its own, and identity counts.
    var keyHash: Int? { get }
    /// What Equals(other) gives; nil where the class has none of its own, and identity counts.
    func keyEquals(_ other: Object) -> Bool?
}

/// A value that changes where it is kept, and not with the object that shows it.
public protocol LiveValue: AnyObject {
    var value: Value { get }
    func set(_ value: Value) throws
}

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

    /// Alias properties that may lead from one to the next: more are a cycle.
    public static let mostAliases = 64

    public private(set) var names: [String] = []
    public private(set) var members: [Member] = []
    /// Replaces the type's hierarchy where set.
    public var typeNames: [String]? {
        get { typeNameList?.elements.map(\.displayText) ?? ownTypeNames }
        set {
            ownTypeNames = newValue
            typeNameList = nil
        }
    }
    private var ownTypeNames: [String]?
    /// The names as a script got hold of them: what it inserts counts from then on.
    private var typeNameList: ListObject?
    /// The properties that default formatting shows, where a PSStandardMembers set says so.
    public var defaultDisplay: [String]?
    /// Built once there are too many members to search one after the other.
    private var index: [String: Int] = [:]
    private static let linearLimit = 12

    public init() {}

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
