import SourceText
import Values

extension ScriptExtent {
    /// System.Management.Automation.Language.InternalScriptPosition: a place in a text. PowerShell keeps the class to itself; scripts name IScriptPosition.
    static let positionType = ObjectType(
        "System.Management.Automation.Language.InternalScriptPosition", base: .object,
        interfaces: ["System.Management.Automation.Language.IScriptPosition"])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(internal: "System.Management.Automation.Language.InternalScriptPosition") { ScriptExtent.positionType }
}
