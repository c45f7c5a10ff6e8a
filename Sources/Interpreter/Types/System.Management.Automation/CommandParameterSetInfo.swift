import CmdletKit
import Values

extension ParameterMetadata {
    /// System.Management.Automation.CommandParameterSetInfo: one parameter set of a command.
    static let commandSetType = ObjectType(
        "System.Management.Automation.CommandParameterSetInfo", base: .object,
        members: [
            .method("ToString", returns: "string") { value, _ in
                .string(
                    (value.property("Parameters")?.enumerated ?? []).map { "[-\($0.property("Name")?.displayText ?? "")]" }.joined(
                        separator: " "))
            }
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.CommandParameterSetInfo") { ParameterMetadata.commandSetType }
}
