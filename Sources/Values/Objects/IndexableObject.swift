/// An object with elements that an index or a name picks.
public protocol IndexableObject: Object {
    func element(_ index: Value) -> Value?
}

/// An indexable object whose elements can be assigned (`$x[1] = 2`).
public protocol IndexAssignableObject: IndexableObject {
    func setElement(_ index: Value, to value: Value) throws
}
