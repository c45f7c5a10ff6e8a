import Values

/// The exceptions of System.Runtime.InteropServices without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(exception: "System.Runtime.InteropServices.ExternalException", "System.SystemException")
}
