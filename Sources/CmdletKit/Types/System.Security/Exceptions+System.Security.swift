import Values

/// The exceptions of System.Security without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(exception: "System.Security.SecurityException", "System.SystemException", message: "Security error.")
}
