import Values

extension HostBaseTypes {
    /// System.Management.Automation.Host.PSHostRawUserInterface: the terminal of a host.
    package static let rawUserInterface = ObjectType("System.Management.Automation.Host.PSHostRawUserInterface", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Host.PSHostRawUserInterface") { HostBaseTypes.rawUserInterface }
}
