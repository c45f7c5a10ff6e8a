import Values

extension PowerShellTypes {
    /// System.Management.Automation.Runspaces.CommandParameterCollection: the arguments of a command.
    static let parameterCollection = ObjectType(
        "System.Management.Automation.Runspaces.CommandParameterCollection",
        base: GenericTypes.find("System.Collections.ObjectModel.Collection", [parameter]) ?? .list)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.CommandParameterCollection") { PowerShellTypes.parameterCollection }
}
