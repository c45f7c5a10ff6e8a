import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.ValidateNotNullOrEmptyAttribute: `[ValidateNotNullOrEmpty()]`.
    static let notNullOrEmpty = attribute("ValidateNotNullOrEmpty") { _ in [] }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ValidateNotNullOrEmptyAttribute", "validatenotnullorempty") {
        ParameterAttributeTypes.notNullOrEmpty
    }
}
