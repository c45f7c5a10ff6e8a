import Values

extension ModuleInfo {
    /// System.Management.Automation.ModuleAccessMode: whether a module can be removed or replaced.
    static let accessModes = ObjectType.enumeration(
        "System.Management.Automation.ModuleAccessMode", Enumeration(["ReadWrite", "ReadOnly", "Constant"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ModuleAccessMode") { ModuleInfo.accessModes }
}
