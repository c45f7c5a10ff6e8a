/// A process to run inside a running container, as OCI's `process` object describes it.
public struct ProcessSpecification: Sendable, Codable {
    /// The program and its arguments; the program is searched in the container's PATH.
    public var arguments: [String]
    /// `NAME=value` pairs, the whole environment.
    public var environment: [String]
    /// An absolute path inside the container.
    public var workingDirectory: String
    /// The user inside, by number.
    public var userID: UInt32
    /// The group inside.
    public var groupID: UInt32
    /// True: standard streams are a pseudo-terminal of the container, whose other end is `ContainerProcess.terminal`.
    public var terminal: Bool
    /// Columns of the terminal at its start.
    public var columns: UInt16
    /// Rows of the terminal at its start.
    public var rows: UInt16
    /// True: the process gets one end of a stream socket as descriptor 3; the other end is `ContainerProcess.control`.
    public var control: Bool
    /// True: it has no streams, and lives on when its client lets go of it.
    public var detached: Bool

    /// A process; by default root's, in `/`, with three pipes as its streams.
    public init(
        arguments: [String], environment: [String] = [], workingDirectory: String = "/", userID: UInt32 = 0, groupID: UInt32 = 0,
        terminal: Bool = false, columns: UInt16 = 80, rows: UInt16 = 24, control: Bool = false, detached: Bool = false
    ) {
        self.arguments = arguments
        self.environment = environment
        self.workingDirectory = workingDirectory
        self.userID = userID
        self.groupID = groupID
        self.terminal = terminal
        self.columns = columns
        self.rows = rows
        self.control = control
        self.detached = detached
    }
}
