import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.AliasAttribute: `[Alias()]`.
    static let alias = attribute("Alias", base: base) {
        [("AliasNames", .array(ArrayObject($0.values.flatMap(\.enumeratedOrSelf), of: .string)))]
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.AliasAttribute", "alias") { ParameterAttributeTypes.alias }
}
