import Values

extension ParameterClasses {
    /// System.Management.Automation.Internal.ShouldProcessParameters: -WhatIf and -Confirm.
    static let shouldProcessParameters = make(
        "System.Management.Automation.Internal.ShouldProcessParameters", CommonParameters.confirming)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Internal.ShouldProcessParameters") { ParameterClasses.shouldProcessParameters }
}
