import Containers
import Values

/// The object Microsoft.Containers.PowerShell.Objects.Container. Its properties are those of the container when the object was
/// made.
public final class ContainerObject: Object {
    /// The engine's own value, which does not follow later changes.
    public let container: Container

    /// The object of a container.
    public init(_ container: Container) {
        self.container = container
        super.init()
    }

    public override var type: ObjectType { Self.objectType }
    /// The name, as a string that names a container shows it.
    public override var stringForm: String? { container.name }

    private static func member(_ name: String, _ type: String, _ read: @escaping @Sendable (Container) -> Value) -> Member {
        .property(name, type) { value in value.asObject(ContainerObject.self).map { read($0.container) } ?? .null }
    }

    private static func id(_ container: Container) -> Value {
        (try? Conversion.convert(.string(container.id.text), to: GuidType.type)) ?? .string(container.id.text)
    }

    private static func optional(_ text: String?) -> Value { text.map { .string($0) } ?? .null }

    /// `[Microsoft.Containers.PowerShell.Objects.Container]`.
    public static let objectType = ObjectType(
        "Microsoft.Containers.PowerShell.Objects.Container", base: .object,
        members: [
            member("Name", "string") { .string($0.name) }, member("ContainerName", "string") { .string($0.name) },
            member("Id", "guid", id), member("ContainerId", "guid", id),
            member("State", ContainerState.objectType.name) { $0.state.value },
            member("Uptime", "timespan") { TimeSpan(seconds: $0.uptime.rounded(.down)).boxed },
            member("ParentImageName", "string") { .string($0.parentImageName) },
            member("RuntimeType", RuntimeType.objectType.name) { $0.runtimeType.value },
            member("Accelerator", "string") { optional($0.accelerator) },
            member("SwitchName", "string") { optional($0.switchName) },
            member("Addresses", "string[]") { .array($0.addresses.map { .string($0) }) },
            member("ContainerComputerName", "string") { .string($0.computerName) },
            member("ExitCode", "int") { $0.exitCode.map { .int($0) } ?? .null }, member("Reason", "string") { optional($0.reason) },
            member("Created", "datetime") { DateTime.local(unixSeconds: Int64(exactly: $0.created.rounded()) ?? 0).boxed },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.Containers.PowerShell.Objects.Container") { ContainerObject.objectType }
}
