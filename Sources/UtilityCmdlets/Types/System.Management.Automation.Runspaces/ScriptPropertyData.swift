import Values

/// System.Management.Automation.Runspaces.ScriptPropertyData: a property that a script block computes.
enum ScriptPropertyData {
    static let type = ObjectType("System.Management.Automation.Runspaces.ScriptPropertyData", base: TypeMemberData.type)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.ScriptPropertyData") { ScriptPropertyData.type }
}
