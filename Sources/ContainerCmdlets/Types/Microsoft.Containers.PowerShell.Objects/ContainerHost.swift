import Containers
import Values

extension HostObjects {
    /// Microsoft.Containers.PowerShell.Objects.ContainerHost: the machine and its container engine.
    static let hostType = ObjectType(
        "Microsoft.Containers.PowerShell.Objects.ContainerHost", base: .object,
        members: [
            property("Name", "string", of: ContainerHostInformation.self) { .string($0.name) },
            property("ContainerImageRepositoryLocation", "string", of: ContainerHostInformation.self) {
                .string($0.containerImageRepositoryLocation)
            },
            property("Engine", "string", of: ContainerHostInformation.self) { .string($0.engine) },
            property("Runtime", "string", of: ContainerHostInformation.self) { $0.runtime.map { .string($0) } ?? .null },
        ])

    /// The object of a host.
    static func host(_ value: ContainerHostInformation) -> Value { .object(NativeObject(value, type: hostType, text: { $0.name })) }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.Containers.PowerShell.Objects.ContainerHost") { HostObjects.hostType }
}
