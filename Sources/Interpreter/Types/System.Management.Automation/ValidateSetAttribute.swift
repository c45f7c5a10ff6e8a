import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.ValidateSetAttribute: `[ValidateSet()]`.
    static let set = attribute(
        "ValidateSet", settable: [("ErrorMessage", "string"), ("IgnoreCase", "bool")]
    ) {
        [("ValidValues", .array(ArrayObject($0.values.flatMap(\.enumeratedOrSelf), of: .string))), ("IgnoreCase", .bool(true))]
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ValidateSetAttribute", "validateset") { ParameterAttributeTypes.set }
}
