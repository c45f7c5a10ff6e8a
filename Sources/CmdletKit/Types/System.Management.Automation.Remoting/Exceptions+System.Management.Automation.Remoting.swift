import Values

/// The exceptions of System.Management.Automation.Remoting without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(
        exception: "System.Management.Automation.Remoting.PSRemotingDataStructureException",
        "System.Management.Automation.RuntimeException")
    $0.add(
        exception: "System.Management.Automation.Remoting.PSRemotingTransportException",
        "System.Management.Automation.RuntimeException")
}
