import Values

/// The exceptions of System.Globalization without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(
        exception: "System.Globalization.CultureNotFoundException", "System.ArgumentException", message: "Culture is not supported."
    )
}
