import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.AllowEmptyStringAttribute: `[AllowEmptyString()]`.
    static let allowEmptyString = attribute("AllowEmptyString", base: base) { _ in [] }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.AllowEmptyStringAttribute", "allowemptystring") {
        ParameterAttributeTypes.allowEmptyString
    }
}
