import Values

extension HostBaseTypes {
    /// System.Management.Automation.Host.PSHostUserInterface: how a host writes and asks.
    package static let userInterface = ObjectType("System.Management.Automation.Host.PSHostUserInterface", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Host.PSHostUserInterface") { HostBaseTypes.userInterface }
}
