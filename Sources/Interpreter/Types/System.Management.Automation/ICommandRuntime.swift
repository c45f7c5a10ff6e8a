import Values

// System.Management.Automation.ICommandRuntime: what a cmdlet writes to and asks.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(interface: "System.Management.Automation.ICommandRuntime")
}
