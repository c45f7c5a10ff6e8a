/// An object whose elements are read by an index or a name (`$x[1]`, `$x['name']`).
public protocol IndexableObject: Object {
    /// The element at an index or of a name; nil where there is none.
    func element(_ index: Value) -> Value?
}

/// An indexable object whose elements can be assigned (`$x[1] = 2`).
public protocol IndexAssignableObject: IndexableObject {
    /// Assigns the element at an index or of a name.
    /// - Throws: `ValueError` if the object takes no such index or value.
    func setElement(_ index: Value, to value: Value) throws
}
