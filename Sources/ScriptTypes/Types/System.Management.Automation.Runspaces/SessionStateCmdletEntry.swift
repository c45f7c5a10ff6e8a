import CmdletKit
import Interpreter
import SourceText
import Values

extension SessionStateEntries {
    /// System.Management.Automation.Runspaces.SessionStateCmdletEntry: a cmdlet that a runspace begins with.
    static let cmdlet = make("System.Management.Automation.Runspaces.SessionStateCmdletEntry", .cmdlet, content: "ImplementingType")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.SessionStateCmdletEntry") { SessionStateEntries.cmdlet }
}
