/// An object whose content appears as properties, as an XML node's children and attributes do. These properties come before those that its
/// type declares.
public protocol DynamicMembersObject: Object {
    /// The names of the content's properties, in order.
    var dynamicNames: [String] { get }
    /// The value of a property; nil where the content has none of this name.
    func dynamicValue(_ name: String) -> Value?
    /// Assigns a property.
    /// - Returns: false where the content has no property of this name.
    /// - Throws: `ValueError` if the property cannot be assigned.
    func setDynamicValue(_ name: String, _ value: Value) throws -> Bool
}
