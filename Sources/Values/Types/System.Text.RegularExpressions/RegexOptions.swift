extension ObjectType {
    /// System.Text.RegularExpressions.RegexOptions: how a regular expression is read and matched.
    package static let regexOptions = ObjectType.enumeration(
        "System.Text.RegularExpressions.RegexOptions",
        Enumeration(
            [
                ("None", 0), ("IgnoreCase", 1), ("Multiline", 2), ("ExplicitCapture", 4), ("Compiled", 8), ("Singleline", 16),
                ("IgnorePatternWhitespace", 32), ("RightToLeft", 64), ("ECMAScript", 256), ("CultureInvariant", 512),
                ("NonBacktracking", 1024),
            ], isFlags: true))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Text.RegularExpressions.RegexOptions") { .regexOptions }
}
