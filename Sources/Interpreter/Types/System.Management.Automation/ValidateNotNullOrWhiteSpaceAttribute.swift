import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.ValidateNotNullOrWhiteSpaceAttribute: `[ValidateNotNullOrWhiteSpace()]`.
    static let notNullOrWhiteSpace = attribute("ValidateNotNullOrWhiteSpace") { _ in [] }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ValidateNotNullOrWhiteSpaceAttribute", "validatenotnullorwhitespace") {
        ParameterAttributeTypes.notNullOrWhiteSpace
    }
}
