import Values

extension VariableObject {
    /// System.Management.Automation.SessionStateEntryVisibility: whether commands outside of the session state see an entry.
    public static let visibility = ObjectType.enumeration(
        "System.Management.Automation.SessionStateEntryVisibility", Enumeration(["Public", "Private"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.SessionStateEntryVisibility") { VariableObject.visibility }
}
