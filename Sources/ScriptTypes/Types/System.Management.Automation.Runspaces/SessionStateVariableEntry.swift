import CmdletKit
import Interpreter
import SourceText
import Values

extension SessionStateEntries {
    /// System.Management.Automation.Runspaces.SessionStateVariableEntry: a variable that a runspace begins with.
    static let variable = make("System.Management.Automation.Runspaces.SessionStateVariableEntry", .variable, content: "Value")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.SessionStateVariableEntry") { SessionStateEntries.variable }
}
