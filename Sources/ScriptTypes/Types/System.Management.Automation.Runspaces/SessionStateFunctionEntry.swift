import CmdletKit
import Interpreter
import SourceText
import Values

extension SessionStateEntries {
    /// System.Management.Automation.Runspaces.SessionStateFunctionEntry: a function that a runspace begins with.
    static let function = make("System.Management.Automation.Runspaces.SessionStateFunctionEntry", .function, content: "Definition")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.SessionStateFunctionEntry") { SessionStateEntries.function }
}
