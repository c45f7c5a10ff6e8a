import CmdletKit
import Concurrency
import Interpreter
import Values

extension RunspaceFactory {
    /// System.Management.Automation.Runspaces.RunspacePoolState: how far a pool is.
    static let poolStates = ObjectType.enumeration(
        "System.Management.Automation.Runspaces.RunspacePoolState",
        Enumeration(["BeforeOpen", "Opening", "Opened", "Closed", "Closing", "Broken"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.RunspacePoolState") { RunspaceFactory.poolStates }
}
