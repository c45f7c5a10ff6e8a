import Values

/// System.Management.Automation.PSControl: the base of what describes a layout.
enum PSControl {
    static let type = ObjectType("System.Management.Automation.PSControl", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSControl") { PSControl.type }
}
