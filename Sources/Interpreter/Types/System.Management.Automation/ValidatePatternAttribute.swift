import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.ValidatePatternAttribute: `[ValidatePattern()]`.
    static let pattern = attribute(
        "ValidatePattern", settable: [("ErrorMessage", "string"), ("Options", "System.Text.RegularExpressions.RegexOptions")]
    ) { [("RegexPattern", $0[0]), ("Options", try Conversion.convert(.string("IgnoreCase"), to: .regexOptions))] }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ValidatePatternAttribute", "validatepattern") { ParameterAttributeTypes.pattern }
}
