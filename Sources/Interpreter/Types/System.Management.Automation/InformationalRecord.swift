import Values

extension RunspaceTypes {
    /// System.Management.Automation.InformationalRecord: what the records of warnings, verbose and debug messages have in common.
    static let informationalRecord = ObjectType("System.Management.Automation.InformationalRecord", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.InformationalRecord") { RunspaceTypes.informationalRecord }
}
