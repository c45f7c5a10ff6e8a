import Values

extension PowerShellTypes {
    /// System.Management.Automation.Runspaces.CommandCollection: the commands of a pipeline.
    static let commandCollection = ObjectType(
        "System.Management.Automation.Runspaces.CommandCollection",
        base: GenericTypes.find("System.Collections.ObjectModel.Collection", [command]) ?? .list)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.CommandCollection") { PowerShellTypes.commandCollection }
}
