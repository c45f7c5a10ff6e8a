import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.AllowNullAttribute: `[AllowNull()]`.
    static let allowNull = attribute("AllowNull", base: base) { _ in [] }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.AllowNullAttribute", "allownull") { ParameterAttributeTypes.allowNull }
}
