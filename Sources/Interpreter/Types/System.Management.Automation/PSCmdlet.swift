import Values

extension CmdletBaseTypes {
    /// System.Management.Automation.PSCmdlet: a cmdlet that uses the session it runs in.
    static let psCmdlet = ObjectType("System.Management.Automation.PSCmdlet", base: cmdlet)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSCmdlet") { CmdletBaseTypes.psCmdlet }
}
