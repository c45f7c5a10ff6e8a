import Values

extension RunspaceFactory {
    /// System.Management.Automation.Runspaces.RunspacePoolAvailability: whether a pool can run code now.
    static let poolAvailability = ObjectType.enumeration(
        "System.Management.Automation.Runspaces.RunspacePoolAvailability", Enumeration(["None", "Available", "Busy"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.RunspacePoolAvailability") { RunspaceFactory.poolAvailability }
}
