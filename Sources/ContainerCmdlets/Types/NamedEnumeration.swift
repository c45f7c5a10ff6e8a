import Values

/// An enumeration of the container engine whose cases scripts see as a .NET enumeration's.
protocol NamedEnumeration: RawRepresentable, CaseIterable, Sendable where RawValue == String {
    static var objectType: ObjectType { get }
}

extension NamedEnumeration {
    /// The type of a full name, with the cases in their order, numbered from 0.
    static func makeObjectType(_ name: String) -> ObjectType { .enumeration(name, Enumeration(allCases.map(\.rawValue))) }

    /// The case as a value of the language.
    var value: Value { .object(EnumObject(Self.objectType, rawValue: Self.objectType.enumeration?.rawValue(of: rawValue) ?? 0)) }
}
