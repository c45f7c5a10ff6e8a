import Values

/// The exceptions of System.Text.RegularExpressions without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(exception: "System.Text.RegularExpressions.RegexMatchTimeoutException", "System.TimeoutException")
    $0.add(exception: "System.Text.RegularExpressions.RegexParseException", "System.ArgumentException")
}
