import CmdletKit
import Syntax
import Values

extension FunctionBinding {
    /// System.Management.Automation.PSBoundParametersDictionary: `$PSBoundParameters`. PowerShell keeps the class to itself; scripts see a dictionary.
    static let boundParametersType = ObjectType(
        "System.Management.Automation.PSBoundParametersDictionary", base: .hashtable)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(internal: "System.Management.Automation.PSBoundParametersDictionary") { FunctionBinding.boundParametersType }
}
