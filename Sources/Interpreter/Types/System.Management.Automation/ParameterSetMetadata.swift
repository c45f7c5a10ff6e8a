import CmdletKit
import Values

extension ParameterMetadata {
    /// System.Management.Automation.ParameterSetMetadata: a parameter's place in one parameter set.
    static let setType = ObjectType("System.Management.Automation.ParameterSetMetadata", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ParameterSetMetadata") { ParameterMetadata.setType }
}
