import CmdletKit
import Concurrency
import Interpreter
import Values

extension PowerShellTypes {
    /// System.Management.Automation.RunspaceMode: which runspace a PowerShell instance uses.
    static let runspaceMode = ObjectType.enumeration(
        "System.Management.Automation.RunspaceMode", Enumeration(["CurrentRunspace", "NewRunspace"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.RunspaceMode") { PowerShellTypes.runspaceMode }
}
