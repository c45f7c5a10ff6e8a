import Containers
import Values

/// What a host says of itself, as an object of the language.
enum ContainerHostObject {
    /// `[Microsoft.Containers.PowerShell.Objects.ContainerHost]`.
    static let objectType = ObjectType(
        "Microsoft.Containers.PowerShell.Objects.ContainerHost", base: .object,
        members: [
            .property("Name", "string", of: ContainerHostInformation.self, \.name) { .string($0) },
            .property(
                "ContainerImageRepositoryLocation", "string", of: ContainerHostInformation.self, \.containerImageRepositoryLocation
            ) { .string($0) },
            .property("Engine", "string", of: ContainerHostInformation.self, \.engine) { .string($0) },
            .property("Runtime", "string", of: ContainerHostInformation.self, \.runtime) { $0.map { .string($0) } ?? .null },
        ])

    static func make(_ host: ContainerHostInformation) -> Value { .object(NativeObject(host, type: objectType, text: { $0.name })) }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.Containers.PowerShell.Objects.ContainerHost") { ContainerHostObject.objectType }
}
