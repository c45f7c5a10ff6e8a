import Values

/// The classes of PowerShell that a host derives from.
package enum HostBaseTypes {
    /// System.Management.Automation.Host.PSHost: the program around the engine.
    package static let host = ObjectType("System.Management.Automation.Host.PSHost", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Host.PSHost") { HostBaseTypes.host }
}
