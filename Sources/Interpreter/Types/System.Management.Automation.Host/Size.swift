import Values

extension HostStructures {
    /// System.Management.Automation.Host.Size: a size in characters.
    static let size = pair("System.Management.Automation.Host.Size", "Width", "Height")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Host.Size") { HostStructures.size }
}
