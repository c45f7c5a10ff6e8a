import Values

extension MemberKind {
    /// System.Management.Automation.PSMethodInfo: a member that is called.
    static let methodInfo = ObjectType("System.Management.Automation.PSMethodInfo", base: info)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSMethodInfo") { MemberKind.methodInfo }
}
