/// An object as a hashable key: equal to itself, and to the objects that the Equals of its class calls equal. The key keeps the object
/// alive, because a freed object's address may be given to another object.
public struct ObjectIdentity: Hashable {
    private let object: Object

    /// Makes the key of an object.
    public init(_ object: Object) { self.object = object }

    /// Whether both are the same object, or the class's Equals says that they are equal.
    public static func == (left: ObjectIdentity, right: ObjectIdentity) -> Bool {
        left.object === right.object || left.object.keyEquality?.keyEquals(right.object) ?? false
    }

    public func hash(into hasher: inout Hasher) {
        if let own = object.keyEquality?.keyHash { hasher.combine(own) } else { hasher.combine(ObjectIdentifier(object)) }
    }
}
