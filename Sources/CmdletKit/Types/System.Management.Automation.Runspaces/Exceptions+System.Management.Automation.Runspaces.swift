import Values

/// The exceptions of System.Management.Automation.Runspaces without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(exception: "System.Management.Automation.Runspaces.InvalidRunspacePoolStateException", "System.SystemException")
    $0.add(exception: "System.Management.Automation.Runspaces.InvalidRunspaceStateException", "System.SystemException")
}
