import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.ValidateLengthAttribute: `[ValidateLength()]`.
    static let length = attribute("ValidateLength") { [("MinLength", $0[0]), ("MaxLength", $0[1])] }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ValidateLengthAttribute", "validatelength") { ParameterAttributeTypes.length }
}
