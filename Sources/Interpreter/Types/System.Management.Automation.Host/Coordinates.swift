import Values

extension HostStructures {
    /// System.Management.Automation.Host.Coordinates: a place on the terminal.
    static let coordinates = pair("System.Management.Automation.Host.Coordinates", "X", "Y")
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Host.Coordinates") { HostStructures.coordinates }
}
