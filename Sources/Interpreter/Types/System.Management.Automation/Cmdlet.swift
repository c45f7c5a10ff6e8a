import Values

/// The base classes of cmdlets, which a cmdlet's ImplementingType derives from.
enum CmdletBaseTypes {
    /// System.Management.Automation.Cmdlet: what a cmdlet is without a session.
    static let cmdlet = ObjectType("System.Management.Automation.Cmdlet", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Cmdlet") { CmdletBaseTypes.cmdlet }
}
