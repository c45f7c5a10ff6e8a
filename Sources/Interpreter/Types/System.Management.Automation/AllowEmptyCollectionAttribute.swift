import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.AllowEmptyCollectionAttribute: `[AllowEmptyCollection()]`.
    static let allowEmptyCollection = attribute("AllowEmptyCollection", base: base) { _ in [] }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.AllowEmptyCollectionAttribute", "allowemptycollection") {
        ParameterAttributeTypes.allowEmptyCollection
    }
}
