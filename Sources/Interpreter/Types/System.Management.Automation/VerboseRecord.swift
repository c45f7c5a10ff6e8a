import Values

extension RunspaceTypes {
    /// System.Management.Automation.VerboseRecord: a verbose message in a collection of a stream.
    static let verboseRecord = ObjectType("System.Management.Automation.VerboseRecord", base: informationalRecord)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.VerboseRecord") { RunspaceTypes.verboseRecord }
}
