import Values

extension MemberKind {
    /// System.Management.Automation.PSMethod: a method of the object's type.
    static let methodType = ObjectType(
        "System.Management.Automation.PSMethod", base: methodInfo,
        members: [overloadDefinitions, memberType, typeName, value, name, isInstance, invoke])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSMethod") { MemberKind.methodType }
}
