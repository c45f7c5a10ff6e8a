import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.OutputTypeAttribute: `[OutputType()]`.
    static let output = attribute(
        "OutputType", base: base, settable: [("ProviderCmdlet", "string"), ("ParameterSetName", "string[]")]
    ) { [("Type", .array($0.values))] }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.OutputTypeAttribute", "outputtype") { ParameterAttributeTypes.output }
}
