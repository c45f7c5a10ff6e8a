import Values

/// The exceptions of System.Management.Automation.Host without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(exception: "System.Management.Automation.Host.HostException", "System.Management.Automation.RuntimeException")
}
