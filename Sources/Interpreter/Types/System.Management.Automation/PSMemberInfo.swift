import Values

extension MemberKind {
    /// System.Management.Automation.PSMemberInfo: a member of an object.
    static let info = ObjectType("System.Management.Automation.PSMemberInfo", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSMemberInfo") { MemberKind.info }
}
