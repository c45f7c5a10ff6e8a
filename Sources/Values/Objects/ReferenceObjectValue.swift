/// A reference to a variable (`[ref]$x`), to which methods with `out` parameters write.
public protocol ReferenceObjectValue: Object {
    /// Assigns the variable.
    /// - Throws: `ValueError` if the variable is read-only or cannot hold the value.
    func store(_ value: Value) throws
}
