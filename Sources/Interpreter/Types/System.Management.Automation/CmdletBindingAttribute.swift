import CmdletKit
import Syntax
import Values

extension ParameterAttributeTypes {
    /// System.Management.Automation.CmdletBindingAttribute: `[CmdletBinding()]`.
    static let binding = attribute(
        "CmdletBinding", base: base,
        settable: [
            ("PositionalBinding", "bool"), ("DefaultParameterSetName", "string"), ("SupportsShouldProcess", "bool"),
            ("SupportsPaging", "bool"), ("SupportsTransactions", "bool"), ("ConfirmImpact", "string"), ("HelpUri", "string"),
            ("RemotingCapability", "string"),
        ]
    ) { _ in [("PositionalBinding", .bool(true)), ("DefaultParameterSetName", .null), ("SupportsShouldProcess", .bool(false))] }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.CmdletBindingAttribute", "cmdletbinding") { ParameterAttributeTypes.binding }
}
