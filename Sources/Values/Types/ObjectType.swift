/// A type of the language: its name, its base, and the members that its values have.
///
/// Declared once per type. Member access, method calls, Get-Member and completion all read this table.
public final class ObjectType: Sendable {
    /// The full name (`System.Int32`).
    public let name: String
    public let base: ObjectType?
    /// A .NET struct or enum: compared by value, copied on assignment.
    public let isValueType: Bool
    /// The cases, for an enumeration.
    public let enumeration: Enumeration?
    /// The type of the elements, for an array.
    public let element: ObjectType?
    /// Names of interfaces and further bases for -is.
    public let interfaces: [String]
    /// The declared members, in the order of declaration.
    public let members: [Member]
    /// Static members: `[math]::Pi`, `[string]::Join(…)`.
    public let statics: [Member]
    /// Makes a value from constructor arguments (`[type]::new(…)`, New-Object); nil where there is no public constructor.
    public let construct: (@Sendable (Arguments) throws -> Value)?
    /// Converts another value to this type; nil where only the general rules apply. Returns nil for values it does not know.
    public let convert: (@Sendable (Value) throws -> Value?)?
    /// The properties that default formatting shows as a list or table; nil for all of them.
    public let defaultDisplay: [String]?
    public let isInterface: Bool
    /// What defined the type, where a script did.
    public let script: (any AnyObject & Sendable)?
    private let memberIndex: Once<[FoldedString: Int]>
    private let staticIndex: Once<[FoldedString: Int]>

    public init(
        _ name: String, base: ObjectType? = nil, isValueType: Bool = false, enumeration: Enumeration? = nil,
        element: ObjectType? = nil,
        interfaces: [String] = [], members: [Member] = [], statics: [Member] = [],
        construct: (@Sendable (Arguments) throws -> Value)? = nil, convert: (@Sendable (Value) throws -> Value?)? = nil,
        defaultDisplay: [String]? = nil, isInterface: Bool = false, script: (any AnyObject & Sendable)? = nil
    ) {
        self.name = name
        self.isInterface = isInterface
        self.script = script
        self.base = base
        self.isValueType = isValueType
        self.enumeration = enumeration
        self.element = element
        self.interfaces = interfaces
        self.members = members
        self.statics = statics
        self.construct = construct
        self.convert = convert
        self.defaultDisplay = defaultDisplay
        memberIndex = Once { Self.index(members) }
        staticIndex = Once { Self.index(statics) }
    }

    private static func index(_ members: [Member]) -> [FoldedString: Int] {
        var index: [FoldedString: Int] = [:]
        for (place, member) in members.enumerated() { index[FoldedString(member.name)] = place }
        return index
    }

    /// The name without its namespace.
    public var shortName: String {
        guard element == nil else { return (element?.shortName ?? "") + "[]" }
        let plain = name.prefix { $0 != "`" && $0 != "[" }
        guard let dot = plain.lastIndex(of: ".") else { return name }
        return String(name[name.index(after: dot)...])
    }

    /// The names of the type and its bases, most derived first.
    public var hierarchy: [String] {
        var names: [String] = []
        var type: ObjectType? = self
        while let current = type {
            names.append(current.name)
            type = current.base
        }
        return names
    }

    /// An instance member by name without regard to case, the bases' included.
    public func member(_ name: String) -> Member? {
        var type: ObjectType? = self
        let key = FoldedString(name)
        while let current = type {
            if let place = current.memberIndex.value[key] { return current.members[place] }
            type = current.base
        }
        return nil
    }

    /// A static member by name without regard to case, the bases' included.
    public func staticMember(_ name: String) -> Member? {
        var type: ObjectType? = self
        let key = FoldedString(name)
        while let current = type {
            if let place = current.staticIndex.value[key] { return current.statics[place] }
            type = current.base
        }
        return nil
    }

    /// All instance members, the bases' behind the own ones, overridden ones once.
    public var allMembers: [Member] {
        var seen: Set<FoldedString> = []
        var all: [Member] = []
        var type: ObjectType? = self
        while let current = type {
            for member in current.members where seen.insert(FoldedString(member.name)).inserted { all.append(member) }
            type = current.base
        }
        return all
    }

    /// True where this type is the other, derives from it, or has it as an interface.
    public func isKind(of other: ObjectType) -> Bool {
        var type: ObjectType? = self
        while let current = type {
            if current === other || current.name == other.name || current.interfaces.contains(other.name) { return true }
            type = current.base
        }
        return false
    }

    /// The array type of an element type.
    public static func array(of element: ObjectType) -> ObjectType {
        ObjectType(element.name + "[]", base: .array, element: element)
    }
}
