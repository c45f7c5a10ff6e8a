import Values

extension SessionStateEntries {
    /// System.Management.Automation.Runspaces.SessionStateCommandEntry: a command that a runspace begins with.
    static let commandEntry = ObjectType("System.Management.Automation.Runspaces.SessionStateCommandEntry", base: initialEntry)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.SessionStateCommandEntry") { SessionStateEntries.commandEntry }
}
