/// What a new container is to be.
public struct ContainerSpecification: Sendable, Hashable {
    /// Letters, digits, `_`, `.`, `-`, the first a letter or digit; at most 63. Empty: a name is made.
    public var name: String
    /// The image that it is made from.
    public var image: ImageReference
    /// How it is isolated.
    public var runtimeType: RuntimeType
    /// The virtual switch it is attached to; nil has loopback only.
    public var switchName: String?
    /// Bytes: a limit for a shared kernel, the size of a utility VM.
    public var memory: UInt64?
    /// The host name inside; nil is the container's name.
    public var computerName: String?
    /// What its main process executes; nil is the image's own.
    public var command: [String]?
    /// Makes it a container that runs as long as its command does; nil makes one that runs until it is stopped.
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
