import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.RuntimeDefinedParameterDictionary: what a dynamicparam block returns.
    static let dictionary = ObjectType(
        "System.Management.Automation.RuntimeDefinedParameterDictionary", base: .hashtable,
        construct: { _ in .object(HashtableObject(ordered: true)) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.RuntimeDefinedParameterDictionary") { ParameterAttributeTypes.dictionary }
}
