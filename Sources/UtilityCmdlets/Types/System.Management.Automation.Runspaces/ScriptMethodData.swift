import Values

/// System.Management.Automation.Runspaces.ScriptMethodData: a method that is a script block.
enum ScriptMethodData {
    static let type = ObjectType("System.Management.Automation.Runspaces.ScriptMethodData", base: TypeMemberData.type)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.ScriptMethodData") { ScriptMethodData.type }
}
