import Containers
import Values

/// A virtual switch as an object of the language.
enum VMSwitchObject {
    /// `[Microsoft.HyperV.PowerShell.VMSwitch]`.
    static let objectType = ObjectType(
        "Microsoft.HyperV.PowerShell.VMSwitch", base: .object,
        members: [
            .property("Name", "string", of: VirtualSwitch.self, \.name) { .string($0) },
            .property("SwitchType", SwitchType.objectType.name, of: VirtualSwitch.self, \.switchType) { $0.value },
            .property(
                "NetAdapterInterfaceDescription", "string", of: VirtualSwitch.self, \.netAdapterInterfaceDescription
            ) { $0.map { .string($0) } ?? .null },
            .property("Subnet", "string", of: VirtualSwitch.self, \.subnet) { .string($0) },
            .property("Gateway", "string", of: VirtualSwitch.self, \.gateway) { .string($0) },
            .property("Bridge", "string", of: VirtualSwitch.self, \.bridge) { .string($0) },
        ])

    static func make(_ value: VirtualSwitch) -> Value { .object(NativeObject(value, type: objectType, text: { $0.name })) }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.HyperV.PowerShell.VMSwitch") { VMSwitchObject.objectType }
}
