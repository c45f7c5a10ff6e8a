import CmdletKit
import Concurrency
import Interpreter
import Values

extension PowerShellTypes {
    /// System.Management.Automation.PSCommand: the commands of a PowerShell instance.
    static let commands: ObjectType = ObjectType(
        "System.Management.Automation.PSCommand", base: .object,
        members: builders + [
            .property("Commands", "System.Management.Automation.Runspaces.CommandCollection") { value in
                .object(ListObject(try own(value).commands.entries.map { .object($0) }, type: commandCollection))
            },
            .method("Clear", returns: "void") { value, _ in
                try own(value).commands.clear()
                return .nothing
            },
        ],
        construct: { _ in .object(NativeObject(PowerShellObject(.own(nil)), type: commands)) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSCommand") { PowerShellTypes.commands }
}
