import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.ValidateScriptAttribute: `[ValidateScript()]`.
    static let script = attribute("ValidateScript", settable: [("ErrorMessage", "string")]) { [("ScriptBlock", $0[0])] }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ValidateScriptAttribute", "validatescript") { ParameterAttributeTypes.script }
}
