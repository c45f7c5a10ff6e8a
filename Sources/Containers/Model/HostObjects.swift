/// A virtual switch: on Linux a bridge with a subnet of its own.
public struct VirtualSwitch: Sendable, Hashable {
    public var name: String
    public var switchType: SwitchType
    /// The network card it is bound to; nil where it is bound to none.
    public var netAdapterInterfaceDescription: String?
    /// `172.20.3.0/24`; empty where the host keeps none.
    public var subnet: String
    /// The host's own address on it; empty where it has none.
    public var gateway: String
    /// The bridge's name on the host.
    public var bridge: String

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

public enum SwitchType: String, Sendable, Codable, CaseIterable {
    case nat = "NAT"
    case `internal` = "Internal"
    case `private` = "Private"
    case external = "External"
}

/// A running container system of any owner.
public struct ComputeProcess: Sendable, Hashable, Identifiable {
    /// An upper-case guid for this engine's own.
    public var id: String
    public var name: String
    /// `VMMS` for this engine's own.
    public var owner: String
    public var type: ComputeProcessType

    public init(id: String, name: String, owner: String = "VMMS", type: ComputeProcessType = .container) {
        self.id = id
        self.name = name
        self.owner = owner
        self.type = type
    }
}

public enum ComputeProcessType: String, Sendable, Codable, CaseIterable {
    case container = "Container"
    case virtualMachine = "VirtualMachine"
}

/// What a host says of itself.
public struct ContainerHostInformation: Sendable, Hashable {
    public var name: String
    /// Where images lie.
    public var containerImageRepositoryLocation: String
    /// `Linux` or `Simulated`.
    public var engine: String
    /// The OCI runtime for RuntimeType Default and what it can do here; nil where none was tried yet.
    public var runtime: String?

    public init(name: String, containerImageRepositoryLocation: String, engine: String, runtime: String? = nil) {
        self.name = name
        self.containerImageRepositoryLocation = containerImageRepositoryLocation
        self.engine = engine
        self.runtime = runtime
    }
}
