import Values

extension RunspaceTypes {
    /// System.Management.Automation.DebugRecord: a debug message in a collection of a stream.
    static let debugRecord = ObjectType("System.Management.Automation.DebugRecord", base: informationalRecord)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.DebugRecord") { RunspaceTypes.debugRecord }
}
