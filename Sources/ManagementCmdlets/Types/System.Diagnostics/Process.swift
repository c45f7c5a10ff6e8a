import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// System.Diagnostics.Process, as Get-Process and Start-Process write it.
public final class ProcessObject: Object {
    /// The process as it was when the object was made.
    public private(set) var process: ProcessSnapshot
    private let style: ProcessStyle
    /// The child process, if this shell started it: only the parent can learn the exit code.
    private(set) var child: ChildProcess?
    /// Tells the process from a later one with the same PID; nil if the process was gone, or on the simulated host.
    private var identity: ProcessIdentity?
    /// What `Start` starts.
    var startInfo: ProcessStartInfo?
    /// The redirected streams of a process that `Start` started.
    var redirected = RedirectedStreams()

    /// An object for a process.
    /// - Parameter style: the view that formats the object.
    public init(_ process: ProcessSnapshot, style: ProcessStyle) {
        self.process = process
        self.style = style
        identity = style == .windows ? nil : ProcessIdentity(pid: process.id)
        super.init()
    }

    /// An object for a process that is not started yet.
    convenience init(_ startInfo: ProcessStartInfo) {
        self.init(ProcessSnapshot(id: 0, name: ""), style: .unix)
        self.startInfo = startInfo
    }

    /// Makes the object stand for a child process that was just started.
    func adopt(_ child: ChildProcess, program: String) {
        let name = program.split(separator: "/").last.map(String.init) ?? program
        process = LinuxProcessSource().find(child.pid) ?? ProcessSnapshot(id: child.pid, name: name, path: program)
        identity = ProcessIdentity(pid: child.pid)
        self.child = child
    }

    public override var type: ObjectType {
        switch style {
        case .unix: Self.objectType
        case .session: Self.sessionType
        case .windows: Self.windowsType
        }
    }
    public override var stringForm: String? { "System.Diagnostics.Process (\(process.name))" }

    /// Whether the process has ended.
    var hasExited: Bool {
        if let child { return child.poll() != nil }
        // Processes of the simulated host have no kernel to ask; they exist as long as the host lists them.
        if style == .windows { return false }
        return !(identity?.isAlive ?? false)
    }

    /// Waits for the end of the process.
    /// - Parameters:
    ///   - seconds: the longest time to wait; nil to wait without limit.
    ///   - checkStop: called every 0.1 seconds; throws to give up.
    /// - Returns: whether the process has ended.
    /// - Throws: what `checkStop` throws.
    func waitEnd(seconds: Double?, checkStop: () throws -> Void) throws -> Bool {
        let end = seconds.map { monotonicSeconds() + $0 }
        while !hasExited {
            try checkStop()
            if let end, monotonicSeconds() >= end { return false }
            guard let handle = try? ProcessHandle(process.id) else { return hasExited }
            // In short steps, so that Ctrl-C is noticed.
            let left = min(0.1, end.map { max(0, $0 - monotonicSeconds()) } ?? 0.1)
            Engine.waiting { _ = handle.waitEnd(timeout: left) }
        }
        return true
    }

    // MARK: Members

    private static func object(_ value: Value) -> ProcessObject? { value.asObject(ProcessObject.self) }
    private static func number(_ value: Int64?) -> Value { value.map { .long($0) } ?? .null }

    private static func member(_ name: String, _ type: String, _ read: @escaping @Sendable (ProcessSnapshot) -> Value) -> Member {
        .property(name, type) { value in object(value).map { read($0.process) } ?? .null }
    }

    private static func waiting(_ seconds: Double?, _ value: Value) throws -> Value {
        .bool(try object(value)?.waitEnd(seconds: seconds) {} ?? true)
    }

    private static func signal(_ value: Value) throws -> Value {
        guard let target = object(value), !target.hasExited else { return .nothing }
        guard kill(target.process.id, SIGKILL) == 0 || errno == ESRCH else {
            throw ValueError.couldNotStopProcess(
                "Cannot stop process \"\(target.process.id)\": \(String(cString: strerror(errno))).")
        }
        return .nothing
    }

    /// The type System.Diagnostics.Process.
    public static let objectType = ObjectType(
        "System.Diagnostics.Process", base: Component.type,
        members: [
            member("Name", "string") { .string($0.name) },
            member("ProcessName", "string") { .string($0.name) },
            member("Id", "int") { .int($0.id) },
            member("HostId", "int") { $0.hostID.map { .int($0) } ?? .null },
            member("UserName", "string") { $0.userName.map { .string($0) } ?? .null },
            member("SI", "int") { .int($0.sessionID) },
            member("SessionId", "int") { .int($0.sessionID) },
            member("Handles", "int") { $0.handles.map { Value.integer($0) } ?? .null },
            member("HandleCount", "int") { $0.handles.map { Value.integer($0) } ?? .null },
            member("NPM", "long") { number($0.nonpagedMemory) },
            member("PM", "long") { number($0.pagedMemory) },
            member("PagedMemorySize64", "long") { number($0.pagedMemory) },
            member("PrivateMemorySize64", "long") { number($0.pagedMemory) },
            member("WS", "long") { .long($0.workingSet) },
            member("WorkingSet", "long") { .long($0.workingSet) },
            member("WorkingSet64", "long") { .long($0.workingSet) },
            member("VM", "long") { .long($0.virtualMemory) },
            member("VirtualMemorySize64", "long") { .long($0.virtualMemory) },
            member("CPU", "double") { $0.cpu.map { .double($0) } ?? .null },
            member("TotalProcessorTime", "timespan") { $0.cpu.map { TimeSpan(seconds: $0).boxed } ?? .null },
            member("StartTime", "datetime") { $0.startTime.map(\.boxed) ?? .null },
            member("Path", "string") { $0.path.map { .string($0) } ?? .null },
            member("CommandLine", "string") { $0.commandLine.map { .string($0) } ?? .null },
            .property("Parent", "System.Diagnostics.Process") { value in
                guard let target = object(value), let parent = target.process.parentID, target.style == .unix,
                    let found = LinuxProcessSource().find(parent)
                else { return .null }
                return .object(ProcessObject(found, style: target.style))
            },
            member("MachineName", "string") { _ in .string(".") },
            member("MainWindowTitle", "string") { _ in .string("") },
            member("MainWindowHandle", "int") { _ in .int(0) },
            member("Responding", "bool") { _ in .bool(true) },
            .property(
                "StartInfo", "System.Diagnostics.ProcessStartInfo",
                set: { object($0)?.startInfo = $1.asObject(ProcessStartInfo.self) }
            ) { object($0)?.startInfo.map { .object($0) } ?? .null },
            .method("Start", returns: "bool") { value, _ in
                try object(value)?.start()
                return .bool(true)
            },
            .property("StandardInput", "System.IO.StreamWriter") { try stream($0, "StandardIn", \.input) },
            .property("StandardOutput", "System.IO.StreamReader") { try stream($0, "StandardOut", \.output) },
            .property("StandardError", "System.IO.StreamReader") { try stream($0, "StandardError", \.error) },
            .property("HasExited", "bool") { .bool(object($0)?.hasExited ?? true) },
            .property("ExitCode", "int") { value in
                guard let child = object(value)?.child else { return .null }
                guard let code = child.poll() else {
                    throw ValueError(
                        "Process must exit before requested information can be determined.", id: "InvalidOperation",
                        exception: "System.InvalidOperationException")
                }
                return .int(code)
            },
            .property("Modules", "System.Diagnostics.ProcessModule[]") { value in
                .array(object(value).map { ProcessModule.all(of: $0.process.id) } ?? [])
            },
            .property("MainModule", "System.Diagnostics.ProcessModule") { value in
                object(value).flatMap { ProcessModule.all(of: $0.process.id).first } ?? .null
            },
            .method(
                "Kill",
                overloads: [
                    Overload(returns: "void") { value, _ in try signal(value) },
                    Overload("bool entireProcessTree", returns: "void") { value, _ in try signal(value) },
                ]),
            .method(
                "WaitForExit",
                overloads: [
                    Overload(returns: "void") { value, _ in
                        _ = try waiting(nil, value)
                        return .nothing
                    },
                    Overload("int milliseconds", returns: "bool") { value, arguments in
                        let wanted = arguments.int(0)
                        return try waiting(wanted < 0 ? nil : Double(wanted) / 1000, value)
                    },
                ]),
            .method("Refresh", returns: "void") { _, _ in .nothing },
            .method("Close", returns: "void") { _, _ in .nothing },
            .method("Dispose", returns: "void") { _, _ in .nothing },
        ],
        statics: ProcessStatics.statics, construct: { _ in .object(ProcessObject(ProcessStartInfo(Arguments([])))) },
        defaultDisplay: ["Id", "Handles", "CPU", "SI", "Name"])
    /// The type of processes in a container's session. Its own type, so that a format view can be chosen; members are the base's.
    public static let sessionType = ObjectType("System.Diagnostics.Process#Session", base: objectType)
    /// The type of processes of the simulated host, likewise.
    public static let windowsType = ObjectType("System.Diagnostics.Process#Windows", base: objectType)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Diagnostics.Process") { ProcessObject.objectType }
}
