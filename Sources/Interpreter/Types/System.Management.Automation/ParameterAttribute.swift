import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.ParameterAttribute: `[Parameter()]`.
    static let parameter = attribute(
        "Parameter", base: base,
        settable: [
            ("Position", "int"), ("ParameterSetName", "string"), ("Mandatory", "bool"), ("ValueFromPipeline", "bool"),
            ("ValueFromPipelineByPropertyName", "bool"), ("ValueFromRemainingArguments", "bool"), ("HelpMessage", "string"),
            ("HelpMessageBaseName", "string"), ("HelpMessageResourceId", "string"), ("DontShow", "bool"),
        ]
    ) { arguments in
        if arguments.count > 0 { try Experiments.check(arguments) }
        return [
            ("ExperimentName", arguments.count > 0 ? arguments[0] : .null),
            ("ExperimentAction", arguments.count > 1 ? arguments[1] : .null),
            ("Position", .int(.min)), ("ParameterSetName", .string("__AllParameterSets")), ("Mandatory", .bool(false)),
            ("ValueFromPipeline", .bool(false)), ("ValueFromPipelineByPropertyName", .bool(false)),
            ("ValueFromRemainingArguments", .bool(false)), ("HelpMessage", .null), ("DontShow", .bool(false)),
        ]
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ParameterAttribute", "parameter") { ParameterAttributeTypes.parameter }
}
