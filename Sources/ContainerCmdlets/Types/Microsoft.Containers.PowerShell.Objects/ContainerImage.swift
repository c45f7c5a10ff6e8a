import Containers
import Values

extension HostObjects {
    /// Microsoft.Containers.PowerShell.Objects.ContainerImage: an image that containers are made of.
    static let imageType = ObjectType(
        "Microsoft.Containers.PowerShell.Objects.ContainerImage", base: .object,
        members: [
            property("Name", "string", of: ContainerImage.self) { .string($0.name) },
            property("Publisher", "string", of: ContainerImage.self) { .string($0.publisher) },
            property("Version", "version", of: ContainerImage.self) { Version($0.version)?.boxed ?? .string($0.version) },
            property("IsOSImage", "bool", of: ContainerImage.self) { .bool($0.isOSImage) },
            property("Id", "string", of: ContainerImage.self) { .string($0.id) },
            property("Size", "long", of: ContainerImage.self) { .long(Int64(clamping: $0.size)) },
        ])

    /// The object of an image.
    static func image(_ image: ContainerImage) -> Value { .object(NativeObject(image, type: imageType, text: { $0.reference })) }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.Containers.PowerShell.Objects.ContainerImage") { HostObjects.imageType }
}
