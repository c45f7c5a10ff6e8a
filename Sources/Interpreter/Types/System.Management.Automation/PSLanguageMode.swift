import Values

/// System.Management.Automation.PSLanguageMode: how much of the language a session may use; here all of it.
enum LanguageMode {
    static let type = ObjectType.enumeration(
        "System.Management.Automation.PSLanguageMode",
        Enumeration(["FullLanguage", "RestrictedLanguage", "NoLanguage", "ConstrainedLanguage"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSLanguageMode") { LanguageMode.type }
}
