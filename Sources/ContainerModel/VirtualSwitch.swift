/// A virtual switch: on Linux a bridge with a subnet of its own.
public struct VirtualSwitch: Sendable, Hashable {
    /// The switch's name, compared without regard to case.
    public var name: String
    /// The kind of switch, which decides what its containers can reach.
    public var switchType: SwitchType
    /// The network card it is bound to; nil where it is bound to none.
    public var netAdapterInterfaceDescription: String?
    /// The switch's subnet (`172.20.3.0/24`); empty where the host keeps none.
    public var subnet: String
    /// The host's own address on it; empty where it has none.
    public var gateway: String
    /// The bridge's name on the host.
    public var bridge: String

    /// A switch as a host reports it.
    public init(
        name: String, switchType: SwitchType, netAdapterInterfaceDescription: String? = nil, subnet: String = "",
        gateway: String = "",
        bridge: String = ""
    ) {
        self.name = name
        self.switchType = switchType
        self.netAdapterInterfaceDescription = netAdapterInterfaceDescription
        self.subnet = subnet
        self.gateway = gateway
        self.bridge = bridge
    }
}
