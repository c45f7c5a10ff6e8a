import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.ValidateNotNullAttribute: `[ValidateNotNull()]`.
    static let notNull = attribute("ValidateNotNull") { _ in [] }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ValidateNotNullAttribute", "validatenotnull") { ParameterAttributeTypes.notNull }
}
