/// A key as hashtables compare them: numbers by type and value, strings with or without case, other objects by identity or text.
struct HashKey: Hashable {
    private enum Form: Hashable {
        case null, bool(Bool), int(Int64), double(Double), char(UInt16)
        case text(String), folded(FoldedString), typed(String, String), identity(ObjectIdentifier), own(ObjectIdentity)
    }
    private let form: Form

    /// - Parameter byIdentity: compares an object by identity even where its class defines Equals, as System.Object's own methods do.
    init(_ value: Value, caseSensitive: Bool, byIdentity: Bool = false) {
        switch value {
        case .null, .nothing, .unset: form = .null
        case .bool(let flag): form = .bool(flag)
        case .int(let number): form = .int(Int64(number))
        case .long(let number): form = .int(number)
        case .double(let number): form = .double(number)
        case .fixed: form = .typed(value.type.name, value.roundTripText)
        case .char(let unit): form = .char(unit)
        case .string(let text): form = caseSensitive ? .text(text.value) : .folded(FoldedString(text.value))
        case .array(let array): form = .identity(ObjectIdentifier(array))
        case .object(let object):
            if let own = object.keyEquality, !byIdentity {
                form = .own(ObjectIdentity(own))
            } else if object.type.isValueType, let text = object.stringForm {
                form = .typed(object.type.name, text)
            } else {
                form = .identity(ObjectIdentifier(object))
            }
        }
    }
}

/// An object that counts as a key by its own Equals and GetHashCode, as .NET's collections ask every object.
public protocol KeyEquality: Object {
    /// What GetHashCode() gives; nil where the class has none of its own, and identity counts.
    var keyHash: Int? { get }
    /// What Equals(other) gives; nil where the class has none of its own, and identity counts.
    func keyEquals(_ other: Object) -> Bool?
}
