import Values

extension MemberKind {
    /// System.Management.Automation.PSPropertyInfo: a member that has a value.
    static let propertyInfo = ObjectType("System.Management.Automation.PSPropertyInfo", base: info)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSPropertyInfo") { MemberKind.propertyInfo }
}
