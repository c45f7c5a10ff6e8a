import Values

/// A Swift type that a cmdlet's parameter can have.
public protocol ParameterValue {
    /// The type's name as syntax diagrams show it (`string[]`).
    static var parameterTypeName: String { get }
    /// The type that Get-Command's ParameterType gives, where `parameterTypeName` is not its full name or an accelerator; nil elsewhere.
    /// A short name alone can be another type's (`RuntimeType`).
    static var parameterType: ObjectType? { get }
    /// Whether the type is an array, whose elements an array argument gives.
    static var isCollection: Bool { get }
    /// The source of tab completion for parameters of this type that name none.
    static var completer: ParameterCompleter { get }
    /// Converts an argument by the language's rules (about_Type_Conversion).
    /// - Throws: `ValueError` if the argument does not convert.
    static func fromArgument(_ value: Value) throws -> Self
}

extension ParameterValue {
    public static var parameterType: ObjectType? { nil }
    public static var isCollection: Bool { false }
    public static var completer: ParameterCompleter { .none }
}

/// System.Management.Automation.SwitchParameter: on if given as `-Name`, off if given as `-Name:$false` or not given.
public struct Switch: ParameterValue, Sendable, ExpressibleByBooleanLiteral {
    /// Whether the switch is on.
    public var isOn: Bool
    /// Makes a switch.
    public init(_ isOn: Bool = false) { self.isOn = isOn }
    /// Makes a switch of a literal, so that a property can be declared with `= false`.
    public init(booleanLiteral value: Bool) { isOn = value }
    public static var parameterTypeName: String { "switch" }
    public static func fromArgument(_ value: Value) throws -> Switch { Switch(Conversion.bool(value)) }
}

extension String: ParameterValue {
    public static var parameterTypeName: String { "string" }
    public static func fromArgument(_ value: Value) throws -> String { value.displayText }
}

extension Bool: ParameterValue {
    public static var parameterTypeName: String { "bool" }
    public static func fromArgument(_ value: Value) throws -> Bool { Conversion.bool(value) }
}

extension Int: ParameterValue {
    public static var parameterTypeName: String { "int" }
    public static func fromArgument(_ value: Value) throws -> Int { Int(try Conversion.int32(value)) }
}

extension Int64: ParameterValue {
    public static var parameterTypeName: String { "long" }
    public static func fromArgument(_ value: Value) throws -> Int64 { try Conversion.integer(value) }
}

extension Double: ParameterValue {
    public static var parameterTypeName: String { "double" }
    public static func fromArgument(_ value: Value) throws -> Double { try Conversion.double(value) }
}

extension Value: ParameterValue {
    public static var parameterTypeName: String { "Object" }
    public static func fromArgument(_ value: Value) throws -> Value { value }
}

extension DateTime: ParameterValue {
    public static var parameterTypeName: String { "datetime" }
    public static func fromArgument(_ value: Value) throws -> DateTime {
        let converted = try Conversion.convert(value, to: DateTime.objectType)
        return converted.asObject(DateTimeObject.self)?.date ?? DateTime(ticks: 0, kind: .unspecified)
    }
}

extension TimeSpan: ParameterValue {
    public static var parameterTypeName: String { "timespan" }
    public static func fromArgument(_ value: Value) throws -> TimeSpan {
        let converted = try Conversion.convert(value, to: TimeSpan.objectType)
        return converted.asObject(TimeSpanObject.self)?.span ?? TimeSpan(ticks: 0)
    }
}

extension Optional: ParameterValue where Wrapped: ParameterValue {
    public static var parameterTypeName: String { Wrapped.parameterTypeName }
    public static var parameterType: ObjectType? { Wrapped.parameterType }
    public static var isCollection: Bool { Wrapped.isCollection }
    public static var completer: ParameterCompleter { Wrapped.completer }
    public static func fromArgument(_ value: Value) throws -> Wrapped? { value.isNull ? nil : try Wrapped.fromArgument(value) }
}

extension Array: ParameterValue where Element: ParameterValue {
    public static var parameterTypeName: String { Element.parameterTypeName + "[]" }
    public static var parameterType: ObjectType? { Element.parameterType.map { .array(of: $0) } }
    public static var isCollection: Bool { true }
    public static var completer: ParameterCompleter { Element.completer }
    public static func fromArgument(_ value: Value) throws -> [Element] {
        if let elements = value.enumerated { return try elements.map { try Element.fromArgument($0) } }
        return [try Element.fromArgument(value)]
    }
}

/// A parameter of type System.Collections.Hashtable.
public struct HashtableArgument: ParameterValue {
    /// The hashtable itself, not a copy.
    public var table: HashtableObject
    /// Makes an argument of a hashtable; an empty one by default.
    public init(_ table: HashtableObject = HashtableObject()) { self.table = table }
    public static var parameterTypeName: String { "hashtable" }
    public static func fromArgument(_ value: Value) throws -> HashtableArgument {
        guard let table = value.asObject(HashtableObject.self) else {
            throw ValueError(
                "Cannot convert the \"\(value.displayText)\" value of type \"\(value.typeName)\" to type \"System.Collections.Hashtable\".",
                id: "ConvertToFinalInvalidCastException", exception: "System.Management.Automation.PSInvalidCastException",
                category: "InvalidArgument")
        }
        return HashtableArgument(table)
    }
}

/// A Swift enumeration as a parameter's type: its raw values are the names that users type.
public protocol ParameterEnumeration: ParameterValue, RawRepresentable, CaseIterable where RawValue == String {
    /// The full name of the .NET type, as error messages give it.
    static var enumerationName: String { get }
}

extension ParameterEnumeration {
    public static var parameterTypeName: String { enumerationName.split(separator: ".").last.map(String.init) ?? enumerationName }
    public static var parameterType: ObjectType? { makeObjectType() }
    public static var completer: ParameterCompleter { .values(allCases.map(\.rawValue)) }
    /// The enumeration as an object type: the cases in their order, numbered from 0.
    public static func makeObjectType() -> ObjectType { .enumeration(enumerationName, Enumeration(allCases.map(\.rawValue))) }
    public static func fromArgument(_ value: Value) throws -> Self {
        let converted = try Conversion.convert(value, to: makeObjectType())
        guard let match = allCases.first(where: { $0.rawValue.equalsIgnoringCase(converted.displayText) }) else {
            throw ValueError(
                "Cannot convert value \"\(value.displayText)\" to type \"\(enumerationName)\". Valid names: "
                    + allCases.map(\.rawValue).joined(separator: ", ") + ".", id: "InvalidCastFromStringToEnumeration",
                exception: "System.Management.Automation.PSInvalidCastException", category: "InvalidArgument")
        }
        return match
    }
}
