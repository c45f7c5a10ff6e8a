import Values

extension AttributeBaseTypes {
    /// System.Management.Automation.ValidateArgumentsAttribute: the base of attributes that check arguments. Subclasses override
    /// `[void] Validate([object]$arguments, [EngineIntrinsics]$engine)`.
    static let validation = ObjectType("System.Management.Automation.ValidateArgumentsAttribute", base: command)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ValidateArgumentsAttribute") { AttributeBaseTypes.validation }
}
