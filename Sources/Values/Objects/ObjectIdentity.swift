/// An object as a hashable key: equal to itself, and to those that the Equals of its class says it equals. The key keeps the object alive: the
/// address of one that is gone may become another one's.
public struct ObjectIdentity: Hashable {
    private let object: Object

    /// Makes the key of an object.
    public init(_ object: Object) { self.object = object }

    public static func == (left: ObjectIdentity, right: ObjectIdentity) -> Bool {
        left.object === right.object || left.object.keyEquality?.keyEquals(right.object) ?? false
    }

    public func hash(into hasher: inout Hasher) {
        if let own = object.keyEquality?.keyHash { hasher.combine(own) } else { hasher.combine(ObjectIdentifier(object)) }
    }
}
