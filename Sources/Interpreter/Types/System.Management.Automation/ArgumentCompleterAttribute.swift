import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.ArgumentCompleterAttribute: `[ArgumentCompleter()]`.
    static let argumentCompleter = attribute("ArgumentCompleter", base: base) {
        $0[0].asObject(TypeObject.self) == nil
            ? [("ScriptBlock", $0[0]), ("Type", .null)] : [("ScriptBlock", .null), ("Type", $0[0])]
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ArgumentCompleterAttribute", "argumentcompleter") {
        ParameterAttributeTypes.argumentCompleter
    }
}
