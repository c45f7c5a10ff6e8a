import CmdletKit
import Values

extension RunspaceTypes {
    /// System.Management.Automation.Runspaces.RunspaceAvailability: whether a runspace can run code now.
    static let availability = ObjectType.enumeration(
        "System.Management.Automation.Runspaces.RunspaceAvailability",
        Enumeration(["None", "Available", "AvailableForNestedCommand", "Busy", "RemoteDebug"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.RunspaceAvailability") { RunspaceTypes.availability }
}
