import Values

extension RunspaceFactory {
    /// System.Management.Automation.RunspacePoolStateInfo: the state of a pool, with the reason why it broke.
    static let poolStateInfo = ObjectType("System.Management.Automation.RunspacePoolStateInfo", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.RunspacePoolStateInfo") { RunspaceFactory.poolStateInfo }
}
