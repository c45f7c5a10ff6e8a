import Values

extension Experiments {
    /// System.Management.Automation.ExperimentAction: what an experimental feature does with a parameter.
    static let action = ObjectType.enumeration(
        "System.Management.Automation.ExperimentAction", Enumeration(["None", "Hide", "Show"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ExperimentAction", "experimentaction") { Experiments.action }
}
