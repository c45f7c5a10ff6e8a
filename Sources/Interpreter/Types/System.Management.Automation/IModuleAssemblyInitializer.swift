import Values

// System.Management.Automation.IModuleAssemblyInitializer: a class that is told when its module is imported.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(interface: "System.Management.Automation.IModuleAssemblyInitializer")
}
