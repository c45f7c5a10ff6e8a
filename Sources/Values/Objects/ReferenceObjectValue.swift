/// A variable as a value (`[ref]`): what methods with `out` parameters write to.
public protocol ReferenceObjectValue: Object {
    func store(_ value: Value) throws
}
