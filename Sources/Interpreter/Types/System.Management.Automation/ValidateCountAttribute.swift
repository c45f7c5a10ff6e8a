import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.ValidateCountAttribute: `[ValidateCount()]`.
    static let count = attribute("ValidateCount") { [("MinLength", $0[0]), ("MaxLength", $0[1])] }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ValidateCountAttribute", "validatecount") { ParameterAttributeTypes.count }
}
