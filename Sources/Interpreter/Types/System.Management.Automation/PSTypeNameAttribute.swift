import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.PSTypeNameAttribute: `[PSTypeName()]`.
    static let typeName = attribute("PSTypeName", base: base) { [("PSTypeName", $0[0])] }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSTypeNameAttribute", "pstypenameattribute") { ParameterAttributeTypes.typeName }
}
