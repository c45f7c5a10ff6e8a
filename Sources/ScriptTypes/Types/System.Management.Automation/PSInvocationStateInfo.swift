import CmdletKit
import Concurrency
import Interpreter
import Values

extension PowerShellTypes {
    /// System.Management.Automation.PSInvocationStateInfo: how far a PowerShell instance is, with the error that ended it.
    static let stateInfo = ObjectType("System.Management.Automation.PSInvocationStateInfo", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSInvocationStateInfo") { PowerShellTypes.stateInfo }
}
