/// The properties of a container to be made.
public struct ContainerSpecification: Sendable, Hashable {
    /// The container's name: at most 63 letters, digits, `_`, `.` and `-`, of which the first is a letter or digit. Empty for the first 12
    /// digits of the id.
    public var name: String
    /// The image that it is made from.
    public var image: ImageReference
    /// How it is isolated.
    public var runtimeType: RuntimeType
    /// The virtual switch to attach the container to; nil for only the loopback interface.
    public var switchName: String?
    /// The memory in bytes: the limit of a shared-kernel container, or the size of the utility VM's memory; nil for the default.
    public var memory: UInt64?
    /// The host name inside; nil is the container's name.
    public var computerName: String?
    /// What its main process executes; nil is the image's own.
    public var command: [String]?
    /// The main process, with which the container ends; nil for a container that runs until it is stopped.
    public var mainProcess: MainProcess?
    /// `NAME=value` pairs added to the image's.
    public var environment: [String]

    /// A container to be made; all but the image has a default.
    public init(
        name: String = "", image: ImageReference, runtimeType: RuntimeType = .default, switchName: String? = nil,
        memory: UInt64? = nil,
        computerName: String? = nil, command: [String]? = nil, mainProcess: MainProcess? = nil, environment: [String] = []
    ) {
        self.name = name
        self.image = image
        self.runtimeType = runtimeType
        self.switchName = switchName
        self.memory = memory
        self.computerName = computerName
        self.command = command
        self.mainProcess = mainProcess
        self.environment = environment
    }
}
