import CmdletKit
import Concurrency
import Interpreter
import Values

extension PowerShellTypes {
    /// System.Management.Automation.Runspaces.Command: one command of a pipeline.
    static let command: ObjectType = ObjectType(
        "System.Management.Automation.Runspaces.Command", base: .object,
        members: [
            .property("CommandText", "string") { .string($0.asObject(CommandList.Entry.self)?.text ?? "") },
            .property("IsScript", "bool") { .bool($0.asObject(CommandList.Entry.self)?.isScript ?? false) },
            .property("UseLocalScope", "bool") { .bool($0.asObject(CommandList.Entry.self)?.hasOwnScope ?? false) },
            .property("Parameters", "System.Management.Automation.Runspaces.CommandParameterCollection") { value in
                let arguments = value.asObject(CommandList.Entry.self)?.arguments ?? []
                return .object(
                    ListObject(
                        arguments.map { argument in
                            .object(
                                CustomObject(
                                    [("Name", argument.name.map { .string($0) } ?? .null), ("Value", argument.value ?? .null)],
                                    type: parameter))
                        }, type: parameterCollection))
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.Command") { PowerShellTypes.command }
}
