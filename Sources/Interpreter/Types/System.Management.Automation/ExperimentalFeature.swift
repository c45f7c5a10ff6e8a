import Values

extension Experiments {
    /// System.Management.Automation.ExperimentalFeature: tells whether an experimental feature is on; none is here.
    static let feature = ObjectType(
        "System.Management.Automation.ExperimentalFeature", base: .object,
        statics: [.function("IsEnabled", "string featureName", returns: "bool") { _ in .bool(false) }])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ExperimentalFeature", "experimentalfeature") { Experiments.feature }
}
