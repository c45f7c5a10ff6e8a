/// A container as it was when it was asked for: a value, which does not follow later changes.
public struct Container: Sendable, Hashable, Identifiable {
    /// The container's id. Only the id identifies it: several containers may have the same name.
    public var id: ContainerID
    /// The container's name, as the user gave it, or the first 12 digits of the id.
    public var name: String
    /// The container's state.
    public var state: ContainerState
    /// Seconds since the container's start; 0 where it does not run.
    public var uptime: Double
    /// The name that the container's image had when the container was made.
    public var parentImageName: String
    /// The image's id, 64 hexadecimal digits.
    public var parentImageID: String
    /// How the container is isolated; for one that is off, from its next start on.
    public var runtimeType: RuntimeType
    /// `KVM` or `TCG` while a utility VM runs it; nil otherwise. Under TCG the VM is no promised security boundary.
    public var accelerator: String?
    /// The virtual switch that the container is attached to; nil where it has only the loopback interface.
    public var switchName: String?
    /// Its addresses on the switch, dotted decimal; empty where it has none.
    public var addresses: [String]
    /// The exit code of the last run, 0 to 255; nil before the first run has ended.
    public var exitCode: Int32?
    /// Why the last run ended, where the container did not end by itself; for a damaged container, what cannot be read; nil otherwise.
    public var reason: String?
    /// When the container was made, in seconds since 1970.
    public var created: Double
    /// When the last run ended, in seconds since 1970; nil before the first run has ended, and while the container runs.
    public var ended: Double?
    /// What its main process executes.
    public var command: [String]
    /// Its main process; nil where it runs until it is stopped.
    public var mainProcess: MainProcess?
    /// The host name inside.
    public var computerName: String
    /// The memory limit in bytes; nil where none was set.
    public var memory: UInt64?

    /// A container as a host reports it; all but its identity and image have the values of one that was just made.
    public init(
        id: ContainerID, name: String, state: ContainerState = .off, uptime: Double = 0, parentImageName: String,
        parentImageID: String = "",
        runtimeType: RuntimeType = .default, accelerator: String? = nil, switchName: String? = nil, addresses: [String] = [],
        exitCode: Int32? = nil, reason: String? = nil, created: Double = 0, ended: Double? = nil, command: [String] = [],
        mainProcess: MainProcess? = nil, computerName: String = "",
        memory: UInt64? = nil
    ) {
        self.id = id
        self.name = name
        self.state = state
        self.uptime = uptime
        self.parentImageName = parentImageName
        self.parentImageID = parentImageID
        self.runtimeType = runtimeType
        self.accelerator = accelerator
        self.switchName = switchName
        self.addresses = addresses
        self.exitCode = exitCode
        self.reason = reason
        self.created = created
        self.ended = ended
        self.command = command
        self.mainProcess = mainProcess
        self.computerName = computerName
        self.memory = memory
    }
}
