import Values

/// The exceptions of System.Collections.Generic without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(
        exception: "System.Collections.Generic.KeyNotFoundException", "System.SystemException",
        message: "The given key was not present in the dictionary.")
}
