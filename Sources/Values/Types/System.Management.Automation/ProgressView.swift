extension ObjectType {
    static let progressView = ObjectType.enumeration(
        "System.Management.Automation.ProgressView", Enumeration(["Minimal", "Classic"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ProgressView") { .progressView }
}
