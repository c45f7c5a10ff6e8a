import Values

/// The exceptions of System.Net without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(exception: "System.Net.WebException", "System.InvalidOperationException")
}
