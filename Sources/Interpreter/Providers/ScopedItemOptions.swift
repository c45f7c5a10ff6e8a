import CmdletKit
import Values

/// System.Management.Automation.ScopedItemOptions: the options of variables, functions and aliases.
public struct ScopedItemOptions: OptionSet, Sendable, Hashable {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    /// The item can be changed and removed only with -Force.
    public static let readOnly = ScopedItemOptions(rawValue: 1)
    /// The item cannot be changed or removed.
    public static let constant = ScopedItemOptions(rawValue: 2)
    /// The item is hidden from child scopes.
    public static let `private` = ScopedItemOptions(rawValue: 4)
    /// The item is copied to every new scope.
    public static let allScope = ScopedItemOptions(rawValue: 8)

    /// Whether the item can be changed without -Force.
    public var isWritable: Bool { isDisjoint(with: [.readOnly, .constant]) }

    /// The enumeration.
    public static let objectType = ObjectType.enumeration(
        "System.Management.Automation.ScopedItemOptions",
        Enumeration(
            [("None", 0), ("ReadOnly", 1), ("Constant", 2), ("Private", 4), ("AllScope", 8), ("Unspecified", 16)], isFlags: true))

    /// The options as scripts see them.
    public var boxed: Value { .object(EnumObject(Self.objectType, rawValue: rawValue)) }
}

extension ScopedItemOptions: ParameterValue {
    public static var parameterTypeName: String { "ScopedItemOptions" }
    public static var completer: ParameterCompleter { .values(["None", "ReadOnly", "Constant", "Private", "AllScope"]) }
    public static func fromArgument(_ value: Value) throws -> ScopedItemOptions {
        let joined: Value = value.enumerated.map { .string($0.map(\.displayText).joined(separator: ",")) } ?? value
        let converted = try Conversion.convert(joined, to: objectType)
        return ScopedItemOptions(rawValue: (converted.asObject(EnumObject.self)?.rawValue ?? 0) & 15)
    }
}
