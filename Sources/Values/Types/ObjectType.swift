/// A type of the language: its name, its base, and the members that its values have.
///
/// Declared once per type. Member access, method calls, Get-Member and completion all read this table.
public final class ObjectType: Sendable {
    /// The full name (`System.Int32`).
    public let name: String
    /// The type from which this one derives; nil for System.Object and interfaces.
    public let base: ObjectType?
    /// A .NET struct or enum: compared by value, copied on assignment.
    public let isValueType: Bool
    /// The cases, for an enumeration.
    public let enumeration: Enumeration?
    /// The type of the elements, for an array.
    public let element: ObjectType?
    /// The number of dimensions, for an array.
    public let rank: Int
    /// What stands in the brackets of a generic type.
    public let genericArguments: [ObjectType]
    /// Names of interfaces and further bases for -is.
    public let interfaces: [String]
    /// The declared members, in the order of declaration.
    public let members: [Member]
    /// Static members: `[math]::Pi`, `[string]::Join(…)`.
    public let statics: [Member]
    /// What .NET's class keeps to itself and scripts reach by reflection alone; a `.ctor` is a constructor.
    public let internals: [Member]
    /// Makes a value from constructor arguments (`[type]::new(…)`, New-Object); nil where there is no public constructor.
    public let construct: (@Sendable (Arguments) throws -> Value)?
    /// Converts another value to this type; nil where only the general rules apply. Returns nil for values it does not know.
    public let convert: (@Sendable (Value) throws -> Value?)?
    /// The properties that default formatting shows as a list or table; nil for all of them.
    public let defaultDisplay: [String]?
    /// Whether the type is an interface: a name for -is, which no value has as its own type.
    public let isInterface: Bool
    /// What defined the type, where a script did.
    public let script: (any AnyObject & Sendable)?
    private let memberIndex: Once<[FoldedString: Int]>
    private let staticIndex: Once<[FoldedString: Int]>

    /// Declares a type; what is left out it does not have.
    public init(
        _ name: String, base: ObjectType? = nil, isValueType: Bool = false, enumeration: Enumeration? = nil,
        element: ObjectType? = nil, rank: Int = 1, genericArguments: [ObjectType] = [],
        interfaces: [String] = [], members: [Member] = [], statics: [Member] = [],
        internals: [Member] = [], construct: (@Sendable (Arguments) throws -> Value)? = nil,
        convert: (@Sendable (Value) throws -> Value?)? = nil,
        defaultDisplay: [String]? = nil, isInterface: Bool = false, script: (any AnyObject & Sendable)? = nil
    ) {
        self.name = name
        self.isInterface = isInterface
        self.script = script
        self.base = base
        self.isValueType = isValueType
        self.enumeration = enumeration
        self.element = element
        self.rank = rank
        self.genericArguments = genericArguments
        self.interfaces = interfaces
        self.members = members
        self.statics = statics
        self.internals = internals
        self.construct = construct
        self.convert = convert
        self.defaultDisplay = defaultDisplay
        memberIndex = Once { Self.index(members) }
        staticIndex = Once { Self.index(statics) }
    }

    private static func index(_ members: [Member]) -> [FoldedString: Int] {
        var index: [FoldedString: Int] = [:]
        // The first of a name counts: a type puts its own members before shared ones.
        for (place, member) in members.enumerated() where index[FoldedString(member.name)] == nil {
            index[FoldedString(member.name)] = place
        }
        return index
    }

    /// The name without its namespace.
    public var shortName: String {
        if let element { return element.shortName + "[" + String(repeating: ",", count: rank - 1) + "]" }
        let plain = name.prefix { $0 != "[" }
        guard let dot = plain.lastIndex(of: ".") else { return String(plain) }
        return String(plain[plain.index(after: dot)...])
    }

    /// Whether .NET marks the type as serializable: its own data types, and neither PowerShell's nor what a script defines.
    public var isSerializable: Bool {
        script == nil && !isInterface && (!name.hasPrefix("System.Management.Automation.") || name.hasSuffix("Exception"))
    }

    /// Whether it is the same type as another. Types that are made of others, and made anew each time, are told by their names and parts.
    public func isSame(as other: ObjectType) -> Bool {
        if self === other { return true }
        if let element, let otherElement = other.element { return rank == other.rank && element.isSame(as: otherElement) }
        guard !genericArguments.isEmpty, genericArguments.count == other.genericArguments.count else { return false }
        return name == other.name && zip(genericArguments, other.genericArguments).allSatisfy { $0.isSame(as: $1) }
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
    public static func array(of element: ObjectType, rank: Int = 1) -> ObjectType {
        ObjectType(
            element.name + "[" + String(repeating: ",", count: rank - 1) + "]", base: .array, element: element, rank: rank,
            construct: { try constructArray(of: element, rank: rank, $0) })
    }

    /// `[int[]]::new(3)`, `[object[,]]::new(2, 3)`: an array of so many elements, each the element type's default.
    /// - Throws: where a length is missing, negative, or the whole is longer than 2^28 elements.
    static func constructArray(of element: ObjectType, rank: Int = 1, _ arguments: Arguments) throws -> Value {
        let lengths = try (0..<arguments.count).map { Int(try Conversion.int32(arguments[$0])) }
        var count = 1
        for length in lengths where length >= 0 {
            let (product, overflow) = count.multipliedReportingOverflow(by: length)
            count = overflow ? .max : product
        }
        guard lengths.count == rank, lengths.allSatisfy({ $0 >= 0 }) else {
            throw ValueError(
                "Arithmetic operation resulted in an overflow.", id: "OverflowException", exception: "System.OverflowException",
                category: "NotSpecified")
        }
        guard count <= 1 << 28 else {
            throw ValueError(
                "Array dimensions exceeded supported range.", id: "OutOfMemoryException",
                exception: "System.OutOfMemoryException", category: "NotSpecified")
        }
        let filler = element.isValueType ? (try? Conversion.convert(.int(0), to: element)) ?? .null : .null
        return .array(ArrayObject(Array(repeating: filler, count: count), of: element, lengths: rank == 1 ? nil : lengths))
    }
}
