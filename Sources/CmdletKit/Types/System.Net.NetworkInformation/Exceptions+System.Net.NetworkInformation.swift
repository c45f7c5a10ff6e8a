import Values

/// The exceptions of System.Net.NetworkInformation without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(exception: "System.Net.NetworkInformation.PingException", "System.InvalidOperationException")
}
