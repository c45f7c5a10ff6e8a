extension ObjectType {
    /// To a string parameter its value is null, which `$null` is not.
    static let nullString = singleton("System.Management.Automation.Language.NullString")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Language.NullString", "nullstring") { .nullString }
}
