import CmdletKit
import Values

extension RunspaceTypes {
    /// System.Management.Automation.Runspaces.RunspaceState: how far a runspace is.
    static let state = ObjectType.enumeration(
        "System.Management.Automation.Runspaces.RunspaceState", Enumeration(Runspace.State.allCases.map(\.rawValue)))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.RunspaceState") { RunspaceTypes.state }
}
