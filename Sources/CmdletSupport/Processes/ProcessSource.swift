import Values

/// A process as Get-Process shows it.
public struct ProcessSnapshot: Sendable {
    /// The PID in the viewer's PID namespace.
    public var id: Int32
    /// The PID on the container host; nil if the host's kernel does not run the process. Set inside a session only.
    public var hostID: Int32?
    /// The file name of the program, as ProcessName shows it.
    public var name: String
    /// The name of the user that the process runs as; its number if no account has it.
    public var userName: String?
    /// The number of open file descriptors; nil if unknown.
    public var handles: Int?
    /// Nonpaged pool in bytes, a figure of Windows; nil if unknown.
    public var nonpagedMemory: Int64?
    /// Private memory in bytes; nil if unknown.
    public var pagedMemory: Int64?
    /// Resident memory in bytes.
    public var workingSet: Int64
    /// Address space in bytes.
    public var virtualMemory: Int64
    /// Processor time in seconds, user and system; nil if unknown.
    public var cpu: Double?
    /// The session ID (setsid(2)).
    public var sessionID: Int32
    /// The PID of the parent.
    public var parentID: Int32?
    /// When the process started, in local time.
    public var startTime: DateTime?
    /// The path of the program; nil if it may not be read.
    public var path: String?
    /// The arguments, joined by spaces; nil for a kernel thread.
    public var commandLine: String?

    /// A snapshot; what is not given is unknown, or 0.
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

/// Where Get-Process finds processes: /proc, a container's utility VM, or the simulated host.
public protocol ProcessSource {
    /// Which view formats the processes by default.
    var style: ProcessStyle { get }
    /// The processes to list.
    /// - Throws: `ValueError` if they cannot be read.
    func processes() throws -> [ProcessSnapshot]
    /// The processes for another purpose than to list them, such as stopping one by its name or completing a name. The simulated
    /// host goes on in its recording with each listing, but not with this.
    /// - Throws: what `processes()` throws.
    func lookUp() throws -> [ProcessSnapshot]
    /// Ends a process.
    /// - Parameter force: do not let the process refuse (SIGKILL).
    /// - Throws: `ValueError` CouldNotStopProcess if there is no such process or it may not be ended.
    func stop(_ id: Int32, force: Bool) throws
}

extension ProcessSource {
    public func lookUp() throws -> [ProcessSnapshot] { try processes() }
}

extension ValueError {
    /// The error CouldNotStopProcess of Stop-Process.
    public static func couldNotStopProcess(_ message: String) -> ValueError {
        ValueError(
            message, id: "CouldNotStopProcess", exception: "Microsoft.PowerShell.Commands.ProcessCommandException",
            category: "CloseError")
    }
}

/// Which of the process views a listing uses.
public enum ProcessStyle: Sendable {
    /// PowerShell 7's columns on Unix.
    case unix
    /// The Unix columns with HostId, the PID on the container host: for the sessions of containers.
    case session
    /// Windows PowerShell's columns.
    case windows
}
