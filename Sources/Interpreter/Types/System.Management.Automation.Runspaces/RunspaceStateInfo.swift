import Values

extension RunspaceTypes {
    /// System.Management.Automation.Runspaces.RunspaceStateInfo: the state of a runspace, with the reason why it broke.
    static let stateInfo = ObjectType("System.Management.Automation.Runspaces.RunspaceStateInfo", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.RunspaceStateInfo") { RunspaceTypes.stateInfo }
}
