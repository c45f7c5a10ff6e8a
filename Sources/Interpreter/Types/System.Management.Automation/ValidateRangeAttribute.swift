import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.ValidateRangeAttribute: `[ValidateRange()]`.
    static let range = attribute("ValidateRange") { [("MinRange", $0[0]), ("MaxRange", $0[1])] }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ValidateRangeAttribute", "validaterange") { ParameterAttributeTypes.range }
}
