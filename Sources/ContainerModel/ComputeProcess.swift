/// A running container system of any owner.
public struct ComputeProcess: Sendable, Hashable, Identifiable {
    /// An upper-case guid for this engine's own.
    public var id: String
    /// The container's name.
    public var name: String
    /// `VMMS` for this engine's own.
    public var owner: String
    /// What kind of system it is: always `container` for this engine's own.
    public var type: ComputeProcessType

    /// A compute process as a host lists it.
    public init(id: String, name: String, owner: String = "VMMS", type: ComputeProcessType = .container) {
        self.id = id
        self.name = name
        self.owner = owner
        self.type = type
    }
}
