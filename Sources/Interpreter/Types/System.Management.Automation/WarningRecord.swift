import Values

extension RunspaceTypes {
    /// System.Management.Automation.WarningRecord: a warning in a collection of a stream.
    static let warningRecord = ObjectType("System.Management.Automation.WarningRecord", base: informationalRecord)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.WarningRecord") { RunspaceTypes.warningRecord }
}
