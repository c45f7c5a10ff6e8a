import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.ExperimentalAttribute: `[Experimental()]`.
    static let experimental = attribute("Experimental", base: base) { arguments in
        try Experiments.check(arguments)
        return [
            ("ExperimentName", arguments[0]), ("ExperimentAction", try Conversion.convert(arguments[1], to: Experiments.action)),
        ]
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ExperimentalAttribute", "experimental") { ParameterAttributeTypes.experimental }
}
