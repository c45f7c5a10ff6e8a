import Values

/// A process as Get-Process shows it.
public struct ProcessSnapshot: Sendable {
    /// As the viewer's process namespace numbers it.
    public var id: Int32
    /// As the container host numbers it; nil where the host's kernel does not run it. Only set inside a session.
    public var hostID: Int32?
    public var name: String
    public var userName: String?
    public var handles: Int?
    /// Bytes; nil where the system does not tell.
    public var nonpagedMemory: Int64?
    public var pagedMemory: Int64?
    public var workingSet: Int64
    public var virtualMemory: Int64
    /// Seconds; nil where the system does not tell.
    public var cpu: Double?
    public var sessionID: Int32
    public var parentID: Int32?
    public var startTime: DateTime?
    public var path: String?
    public var commandLine: String?

    public init(
        id: Int32, hostID: Int32? = nil, name: String, userName: String? = nil, handles: Int? = nil, nonpagedMemory: Int64? = nil,
        pagedMemory: Int64? = nil, workingSet: Int64 = 0, virtualMemory: Int64 = 0, cpu: Double? = nil, sessionID: Int32 = 0,
        parentID: Int32? = nil, startTime: DateTime? = nil, path: String? = nil, commandLine: String? = nil
    ) {
        self.id = id
        self.hostID = hostID
        self.name = name
        self.userName = userName
        self.handles = handles
        self.nonpagedMemory = nonpagedMemory
        self.pagedMemory = pagedMemory
        self.workingSet = workingSet
        self.virtualMemory = virtualMemory
        self.cpu = cpu
        self.sessionID = sessionID
        self.parentID = parentID
        self.startTime = startTime
        self.path = path
        self.commandLine = commandLine
    }
}

/// Where Get-Process finds processes: /proc, a container's own, or the simulated host.
public protocol ProcessSource {
    /// How the default view shows them.
    var style: ProcessStyle { get }
    func processes() throws -> [ProcessSnapshot]
    /// What runs, for another purpose than to be listed: to end one by its name, to complete one. A listing of the simulated host moves
    /// its recording on, and this does not.
    func lookUp() throws -> [ProcessSnapshot]
    /// Ends a process.
    /// - Throws: `ValueError` where there is none or it may not be ended.
    func stop(_ id: Int32, force: Bool) throws
}

extension ProcessSource {
    public func lookUp() throws -> [ProcessSnapshot] { try processes() }
}

extension ValueError {
    /// What a source throws for a process that it cannot end.
    public static func couldNotStopProcess(_ message: String) -> ValueError {
        ValueError(
            message, id: "CouldNotStopProcess", exception: "Microsoft.PowerShell.Commands.ProcessCommandException",
            category: "CloseError")
    }
}

/// Which of the process views applies.
public enum ProcessStyle: Sendable {
    /// PowerShell 7's on Unix.
    case unix
    /// The same with the number that the container host knows the process by.
    case session
    /// Windows PowerShell's.
    case windows
}
