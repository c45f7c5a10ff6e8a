import CmdletKit
import Values

/// What may be done with a variable, function or alias: System.Management.Automation.ScopedItemOptions.
public struct ScopedItemOptions: OptionSet, Sendable, Hashable {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    /// Changed and removed only with -Force.
    public static let readOnly = ScopedItemOptions(rawValue: 1)
    /// Never changed nor removed.
    public static let constant = ScopedItemOptions(rawValue: 2)
    /// Not seen from scopes below.
    public static let `private` = ScopedItemOptions(rawValue: 4)
    /// Copied into every scope that is made.
    public static let allScope = ScopedItemOptions(rawValue: 8)

    public var isWritable: Bool { isDisjoint(with: [.readOnly, .constant]) }

    public static let objectType = ObjectType.enumeration(
        "System.Management.Automation.ScopedItemOptions",
        Enumeration(
            [("None", 0), ("ReadOnly", 1), ("Constant", 2), ("Private", 4), ("AllScope", 8), ("Unspecified", 16)], isFlags: true))

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
