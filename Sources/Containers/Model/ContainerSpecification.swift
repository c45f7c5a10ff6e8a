/// What a new container is to be.
public struct ContainerSpecification: Sendable, Hashable {
    /// Letters, digits, `_`, `.`, `-`, the first a letter or digit; at most 63. Empty: a name is made.
    public var name: String
    public var image: ImageReference
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

/// How an image is named.
public enum ImageReference: Sendable, Hashable {
    /// By name, without case, and optionally by publisher (`Microsoft` or `CN=Microsoft`) and version.
    case name(String, publisher: String? = nil, version: String? = nil)
    /// By id or a prefix of it.
    case id(String)
    /// By name or, where no name fits, by id prefix: docker's way.
    case nameOrID(String)
}

/// What to change of a stopped container; nil leaves a property as it is.
public struct ContainerChange: Sendable, Hashable {
    public var name: String?
    public var runtimeType: RuntimeType?

    public init(name: String? = nil, runtimeType: RuntimeType? = nil) {
        self.name = name
        self.runtimeType = runtimeType
    }
}

/// How a container is stopped.
public enum StopMode: Sendable, Hashable {
    /// Its init is asked to end and has so many seconds.
    case graceful(seconds: Double = 10)
    /// As when the power goes.
    case turnOff
}
