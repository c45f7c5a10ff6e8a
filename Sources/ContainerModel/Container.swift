/// A container as it was when it was asked for: a value, which does not follow later changes.
public struct Container: Sendable, Hashable, Identifiable {
    /// The key: names may repeat.
    public var id: ContainerID
    /// As it was given, or the first 12 digits of the id.
    public var name: String
    /// Where it is in its life.
    public var state: ContainerState
    /// Seconds since its start; 0 where it does not run.
    public var uptime: Double
    /// The image that it was made from, by its name at that time.
    public var parentImageName: String
    /// That image's id, 64 hexadecimal digits.
    public var parentImageID: String
    /// How it is isolated, from its next start on where it is off.
    public var runtimeType: RuntimeType
    /// `KVM` or `TCG` while a utility VM runs it; nil otherwise. Under TCG the VM is no promised security boundary.
    public var accelerator: String?
    /// The virtual switch that it is attached to; nil has loopback only.
    public var switchName: String?
    /// Its addresses on the switch, dotted decimal; empty where it has none.
    public var addresses: [String]
    /// How its last run ended, 0 to 255; nil before the first.
    public var exitCode: Int32?
    /// Why its last run ended where it was not its own doing, or what is damaged; nil otherwise.
    public var reason: String?
    /// Seconds since 1970.
    public var created: Double
    /// Seconds since 1970, when its last run ended; nil before the first, and while it runs.
    public var ended: Double?
    /// What its main process executes.
    public var command: [String]
    /// Its main process; nil where it runs until it is stopped.
    public var mainProcess: MainProcess?
    /// The host name inside.
    public var computerName: String
    /// Bytes; nil where no limit was set.
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
