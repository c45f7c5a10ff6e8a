import Values

extension ScriptExtent {
    /// System.Management.Automation.Language.IScriptExtent: a span of a text.
    static let extentInterface = ObjectType("System.Management.Automation.Language.IScriptExtent", isInterface: true)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Language.IScriptExtent") { ScriptExtent.extentInterface }
}
