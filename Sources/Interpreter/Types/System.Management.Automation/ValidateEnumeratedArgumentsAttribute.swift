import Values

extension AttributeBaseTypes {
    /// System.Management.Automation.ValidateEnumeratedArgumentsAttribute: the base of attributes that check each element of an argument. Subclasses
    /// override `[void] ValidateElement([object]$element)`.
    static let enumeratedValidation = ObjectType(
        "System.Management.Automation.ValidateEnumeratedArgumentsAttribute", base: validation)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ValidateEnumeratedArgumentsAttribute") { AttributeBaseTypes.enumeratedValidation }
}
