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
