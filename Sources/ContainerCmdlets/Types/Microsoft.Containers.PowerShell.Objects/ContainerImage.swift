import Containers
import Values

/// An image as an object of the language.
enum ContainerImageObject {
    /// `[Microsoft.Containers.PowerShell.Objects.ContainerImage]`.
    static let objectType = ObjectType(
        "Microsoft.Containers.PowerShell.Objects.ContainerImage", base: .object,
        members: [
            .property("Name", "string", of: ContainerImage.self, \.name) { .string($0) },
            .property("Publisher", "string", of: ContainerImage.self, \.publisher) { .string($0) },
            .property("Version", "version", of: ContainerImage.self, \.version) { Version($0)?.boxed ?? .string($0) },
            .property("IsOSImage", "bool", of: ContainerImage.self, \.isOSImage) { .bool($0) },
            .property("Id", "string", of: ContainerImage.self, \.id) { .string($0) },
            .property("Size", "long", of: ContainerImage.self, \.size) { .long(Int64(clamping: $0)) },
        ])

    static func make(_ image: ContainerImage) -> Value { .object(NativeObject(image, type: objectType, text: { $0.reference })) }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.Containers.PowerShell.Objects.ContainerImage") { ContainerImageObject.objectType }
}
