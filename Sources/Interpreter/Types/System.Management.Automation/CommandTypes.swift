import CmdletKit
import Values

extension CommandObjectTypes {
    /// System.Management.Automation.CommandTypes: the kinds of commands, which Get-Command -CommandType takes.
    static let commandTypes = ObjectType.enumeration(
        "System.Management.Automation.CommandTypes",
        Enumeration(
            [
                ("Alias", 1), ("Function", 2), ("Filter", 4), ("Cmdlet", 8), ("ExternalScript", 16), ("Application", 32),
                ("Script", 64), ("Configuration", 256), ("All", 383),
            ], isFlags: true))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.CommandTypes") { CommandObjectTypes.commandTypes }
}
