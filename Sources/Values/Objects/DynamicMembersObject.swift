/// An object whose properties are what it holds: they come before the ones that its type declares.
public protocol DynamicMembersObject: Object {
    var dynamicNames: [String] { get }
    func dynamicValue(_ name: String) -> Value?
    /// - Returns: false where it has no property of the name.
    func setDynamicValue(_ name: String, _ value: Value) throws -> Bool
}
