import CmdletKit
import Concurrency
import Interpreter
import Values

extension PowerShellTypes {
    /// System.Management.Automation.PSInvocationState: how far a PowerShell instance is.
    static let states = ObjectType.enumeration(
        "System.Management.Automation.PSInvocationState",
        Enumeration(["NotStarted", "Running", "Stopping", "Stopped", "Completed", "Failed", "Disconnected"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSInvocationState") { PowerShellTypes.states }
}
