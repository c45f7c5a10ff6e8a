/// A value of an enumeration type: one name, or several flags together.
public final class EnumObject: Object {
    private let enumType: ObjectType
    /// The number.
    public let rawValue: Int64

    /// A value of an enumeration by its number.
    public init(_ type: ObjectType, rawValue: Int64) {
        enumType = type
        self.rawValue = rawValue
        super.init()
    }

    public override var type: ObjectType { enumType }

    /// The case's name; flags as `A, B`; the number where no name fits.
    public override var stringForm: String? { enumType.enumeration?.name(of: rawValue) ?? String(rawValue) }
}

/// The names of an enumeration.
public struct Enumeration: Sendable {
    /// The names with their numbers, in the order of declaration; several names may have one number.
    public var cases: [(name: String, rawValue: Int64)]
    /// Several may stand together (`[Flags()]`).
    public var isFlags: Bool
    /// The number type behind it; nil: Int32.
    public var underlying: ObjectType?

    /// Names with their numbers.
    public init(_ cases: [(name: String, rawValue: Int64)], isFlags: Bool = false, underlying: ObjectType? = nil) {
        self.cases = cases
        self.isFlags = isFlags
        self.underlying = underlying
    }

    /// Cases numbered from 0.
    public init(_ names: [String]) {
        cases = names.enumerated().map { ($1, Int64($0)) }
        isFlags = false
    }

    /// The name of a number; of flags the names together, with commas; nil where no names fit.
    public func name(of raw: Int64) -> String? {
        if let exact = cases.first(where: { $0.rawValue == raw }) { return exact.name }
        guard isFlags, raw != 0 else { return nil }
        var rest = raw
        var names: [String] = []
        for entry in cases.sorted(by: { $0.rawValue > $1.rawValue })
        where entry.rawValue != 0 && rest & entry.rawValue == entry.rawValue {
            names.insert(entry.name, at: 0)
            rest &= ~entry.rawValue
        }
        return rest == 0 ? names.joined(separator: ", ") : nil
    }

    /// The number of a name, of names with commas between them (flags), of an unambiguous prefix, or of a number's text.
    public func rawValue(of text: String) -> Int64? {
        let trimmed = text.trimmingSpaces()
        if trimmed.contains(",") {
            var sum: Int64 = 0
            for part in trimmed.split(separator: ",") {
                guard let raw = rawValue(of: String(part)) else { return nil }
                sum |= raw
            }
            return sum
        }
        if let exact = cases.first(where: { $0.name.equalsIgnoringCase(trimmed) }) { return exact.rawValue }
        if let number = Int64(trimmed) { return number }
        guard !trimmed.isEmpty else { return nil }
        let matches = cases.filter { $0.name.hasPrefixIgnoringCase(trimmed) }
        return matches.count == 1 ? matches[0].rawValue : nil
    }
}

extension ObjectType {
    /// System.Enum, the base of all enumerations.
    public static let enumeration = ObjectType(
        "System.Enum", base: .valueType, isValueType: true, members: EnumMembers.instance, statics: EnumMembers.statics)
    /// An enumeration declared in Swift.
    public static func enumeration(_ name: String, _ cases: Enumeration) -> ObjectType {
        ObjectType(name, base: .enumeration, isValueType: true, enumeration: cases)
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Enum", "enum") { .enumeration } }
