import CmdletKit
import Interpreter
import SourceText
import Values

extension SessionStateEntries {
    /// System.Management.Automation.Runspaces.SessionStateAliasEntry: an alias that a runspace begins with.
    static let alias = make("System.Management.Automation.Runspaces.SessionStateAliasEntry", .alias, content: "Definition")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.SessionStateAliasEntry") { SessionStateEntries.alias }
}
