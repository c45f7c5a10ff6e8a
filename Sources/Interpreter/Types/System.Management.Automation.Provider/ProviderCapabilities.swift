import Values

/// System.Management.Automation.Provider.ProviderCapabilities: what a provider's items can be asked for.
enum ProviderCapabilities {
    static let type = ObjectType.enumeration(
        "System.Management.Automation.Provider.ProviderCapabilities",
        Enumeration(
            [
                ("None", 0), ("Include", 1), ("Exclude", 2), ("Filter", 4), ("ExpandWildcards", 8), ("ShouldProcess", 16),
                ("Credentials", 32), ("Transactions", 64),
            ], isFlags: true))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Provider.ProviderCapabilities") { ProviderCapabilities.type }
}
