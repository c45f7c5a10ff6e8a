import Containers
import Values

/// Images, switches, hosts and compute processes as objects for scripts.
enum HostObjects {
    private static let namespace = "Microsoft.Containers.PowerShell.Objects"

    private static func property<T>(_ name: String, _ type: String, of _: T.Type, _ read: @escaping @Sendable (T) -> Value)
        -> Member
    {
        .property(name, type) { value in value.asObject(NativeObject<T>.self).map { read($0.value) } ?? .null }
    }

    static let imageType = ObjectType(
        "\(namespace).ContainerImage", base: .object,
        members: [
            property("Name", "string", of: ContainerImage.self) { .string($0.name) },
            property("Publisher", "string", of: ContainerImage.self) { .string($0.publisher) },
            property("Version", "version", of: ContainerImage.self) { Version($0.version)?.boxed ?? .string($0.version) },
            property("IsOSImage", "bool", of: ContainerImage.self) { .bool($0.isOSImage) },
            property("Id", "string", of: ContainerImage.self) { .string($0.id) },
            property("Size", "long", of: ContainerImage.self) { .long(Int64(clamping: $0.size)) },
        ])
    static func image(_ image: ContainerImage) -> Value { .object(NativeObject(image, type: imageType, text: { $0.reference })) }

    static let switchTypeType = ObjectType.enumeration(
        "Microsoft.HyperV.PowerShell.VMSwitchType", Enumeration(SwitchType.allCases.map(\.rawValue)))
    static let virtualSwitchType = ObjectType(
        "Microsoft.HyperV.PowerShell.VMSwitch", base: .object,
        members: [
            property("Name", "string", of: VirtualSwitch.self) { .string($0.name) },
            property("SwitchType", switchTypeType.name, of: VirtualSwitch.self) {
                EnumNames.value(switchTypeType, $0.switchType.rawValue)
            },
            property("NetAdapterInterfaceDescription", "string", of: VirtualSwitch.self) {
                $0.netAdapterInterfaceDescription.map { .string($0) } ?? .null
            },
            property("Subnet", "string", of: VirtualSwitch.self) { .string($0.subnet) },
            property("Gateway", "string", of: VirtualSwitch.self) { .string($0.gateway) },
            property("Bridge", "string", of: VirtualSwitch.self) { .string($0.bridge) },
        ])
    static func virtualSwitch(_ value: VirtualSwitch) -> Value {
        .object(NativeObject(value, type: virtualSwitchType, text: { $0.name }))
    }

    static let computeTypeType = ObjectType.enumeration(
        "Microsoft.HostCompute.PowerShell.ComputeProcessType", Enumeration(ComputeProcessType.allCases.map(\.rawValue)))
    static let computeProcessType = ObjectType(
        "Microsoft.HostCompute.PowerShell.ComputeProcess", base: .object,
        members: [
            property("Id", "string", of: ComputeProcess.self) { .string($0.id) },
            property("Name", "string", of: ComputeProcess.self) { .string($0.name) },
            property("Owner", "string", of: ComputeProcess.self) { .string($0.owner) },
            property("Type", computeTypeType.name, of: ComputeProcess.self) { EnumNames.value(computeTypeType, $0.type.rawValue) },
        ])
    static func computeProcess(_ value: ComputeProcess) -> Value {
        .object(NativeObject(value, type: computeProcessType, text: { $0.id }))
    }

    static let hostType = ObjectType(
        "\(namespace).ContainerHost", base: .object,
        members: [
            property("Name", "string", of: ContainerHostInformation.self) { .string($0.name) },
            property("ContainerImageRepositoryLocation", "string", of: ContainerHostInformation.self) {
                .string($0.containerImageRepositoryLocation)
            },
            property("Engine", "string", of: ContainerHostInformation.self) { .string($0.engine) },
            property("Runtime", "string", of: ContainerHostInformation.self) { $0.runtime.map { .string($0) } ?? .null },
        ])
    static func host(_ value: ContainerHostInformation) -> Value { .object(NativeObject(value, type: hostType, text: { $0.name })) }
}
