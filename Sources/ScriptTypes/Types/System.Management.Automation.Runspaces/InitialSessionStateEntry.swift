import Values

extension SessionStateEntries {
    /// System.Management.Automation.Runspaces.InitialSessionStateEntry: what a runspace begins with has a name.
    static let initialEntry = ObjectType("System.Management.Automation.Runspaces.InitialSessionStateEntry", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.InitialSessionStateEntry") { SessionStateEntries.initialEntry }
}
