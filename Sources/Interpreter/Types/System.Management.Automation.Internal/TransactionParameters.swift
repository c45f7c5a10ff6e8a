import Values

extension ParameterClasses {
    /// System.Management.Automation.Internal.TransactionParameters: -UseTransaction of Windows PowerShell.
    static let transactionParameters = make(
        "System.Management.Automation.Internal.TransactionParameters", [("UseTransaction", "usetx", true)])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Internal.TransactionParameters") { ParameterClasses.transactionParameters }
}
