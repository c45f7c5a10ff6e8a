import Containers
import Values

extension HostObjects {
    /// Microsoft.HyperV.PowerShell.VMSwitch: a switch that connects containers.
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

    /// The object of a switch.
    static func virtualSwitch(_ value: VirtualSwitch) -> Value {
        .object(NativeObject(value, type: virtualSwitchType, text: { $0.name }))
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.HyperV.PowerShell.VMSwitch") { HostObjects.virtualSwitchType }
}
