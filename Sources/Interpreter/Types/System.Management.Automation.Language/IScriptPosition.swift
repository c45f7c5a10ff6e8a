import Values

extension ScriptExtent {
    /// System.Management.Automation.Language.IScriptPosition: a place in a text.
    static let positionInterface = ObjectType("System.Management.Automation.Language.IScriptPosition", isInterface: true)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Language.IScriptPosition") { ScriptExtent.positionInterface }
}
