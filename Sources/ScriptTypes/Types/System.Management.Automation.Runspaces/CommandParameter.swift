import Values

extension PowerShellTypes {
    /// System.Management.Automation.Runspaces.CommandParameter: an argument of a command, with the parameter's name where it has one.
    static let parameter = ObjectType("System.Management.Automation.Runspaces.CommandParameter", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.CommandParameter") { PowerShellTypes.parameter }
}
