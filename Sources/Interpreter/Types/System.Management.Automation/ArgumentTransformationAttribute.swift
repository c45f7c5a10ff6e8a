import Values

extension AttributeBaseTypes {
    /// System.Management.Automation.ArgumentTransformationAttribute: the base of attributes that change arguments. Subclasses override
    /// `[object] Transform([EngineIntrinsics]$engine, [object]$input)`.
    static let transformation = ObjectType("System.Management.Automation.ArgumentTransformationAttribute", base: command)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ArgumentTransformationAttribute") { AttributeBaseTypes.transformation }
}
