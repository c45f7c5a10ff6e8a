import Values

extension EnvironmentType {
    /// System.OperatingSystem: the kernel's name and version.
    static let operatingSystem = ObjectType("System.OperatingSystem", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.OperatingSystem") { EnvironmentType.operatingSystem }
}
