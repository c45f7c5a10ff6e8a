/// What makes a container docker's kind: its command runs as its main process, and the container runs as long as that does and ends with
/// its exit code. A container without one runs until it is stopped.
/// The command does not run as PID 1. Every container has its own init there, so that the command need not handle init's signals or reap
/// orphans.
public struct MainProcess: Sendable, Codable, Hashable {
    /// True: its standard streams are a terminal of the container.
    public var terminal: Bool
    /// True: its standard input is the attached client's; false: it reads the end of file at once.
    public var keepsInputOpen: Bool
    /// An absolute path inside the container; nil is the image's.
    public var workingDirectory: String?
    /// The user inside, by number: names stand in files that the container can write.
    public var userID: UInt32
    /// The group inside.
    public var groupID: UInt32
    /// True: the container is removed when its main process ends.
    public var removesContainer: Bool

    /// A main process; by default root's, without a terminal and without input.
    public init(
        terminal: Bool = false, keepsInputOpen: Bool = false, workingDirectory: String? = nil, userID: UInt32 = 0,
        groupID: UInt32 = 0, removesContainer: Bool = false
    ) {
        self.terminal = terminal
        self.keepsInputOpen = keepsInputOpen
        self.workingDirectory = workingDirectory
        self.userID = userID
        self.groupID = groupID
        self.removesContainer = removesContainer
    }
}
