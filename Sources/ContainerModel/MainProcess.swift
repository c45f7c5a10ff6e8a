/// What makes a container docker's kind: its command runs as its main process, and the container runs as long as that does and ends with
/// its exit code. A container without one runs until it is stopped.
///
/// The command is no PID 1: that is the container's own init in every container, so that signals and orphans need no care of the command's.
public struct MainProcess: Sendable, Codable, Hashable {
    /// It has a terminal of the container.
    public var terminal: Bool
    /// Its standard input is whoever is attached; otherwise it is empty.
    public var keepsInputOpen: Bool
    /// An absolute path inside the container; nil is the image's.
    public var workingDirectory: String?
    public var userID: UInt32
    public var groupID: UInt32
    /// The container is removed when it ends.
    public var removesContainer: Bool

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
