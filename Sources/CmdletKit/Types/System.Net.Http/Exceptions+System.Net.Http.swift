import Values

/// The exceptions of System.Net.Http without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(exception: "System.Net.Http.HttpRequestException", "System.Exception")
}
