import Values

extension MemberKind {
    /// System.Management.Automation.PSProperty: a property of the object's type.
    static let propertyType = ObjectType(
        "System.Management.Automation.PSProperty", base: propertyInfo,
        members: [memberType, value, isSettable, isGettable, typeName, name, isInstance, copy])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSProperty") { MemberKind.propertyType }
}
