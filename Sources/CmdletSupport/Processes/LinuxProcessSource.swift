import Glibc
import LinuxSystem
import Values

/// Reads processes from /proc (proc(5)), with the IDs of the viewer's PID namespace.
public struct LinuxProcessSource: ProcessSource {
    public let style: ProcessStyle
    /// Names of users that no account file lists, such as those of utility VMs.
    private let userName: @Sendable (UInt32) -> String?
    /// The container host's PID of a process; nil on the host itself.
    private let hostID: (@Sendable (Int32) -> Int32?)?

    /// A source.
    /// - Parameters:
    ///   - userName: the name of a user ID, asked before the account files are; nil to ask them.
    ///   - hostID: the container host's PID of a process, for the HostId column of sessions.
    public init(
        style: ProcessStyle = .unix, userName: @escaping @Sendable (UInt32) -> String? = { _ in nil },
        hostID: (@Sendable (Int32) -> Int32?)? = nil
    ) {
        self.style = style
        self.userName = userName
        self.hostID = hostID
    }

    /// All processes, sorted by name, then by ID.
    /// - Throws: no error; a process that cannot be read is left out.
    public func processes() throws -> [ProcessSnapshot] {
        let accounts = Accounts()
        let bootTime = Self.bootTime
        return ProcessTable.pids().compactMap { snapshot($0, accounts, bootTime) }
            .sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
    }

    /// One process; nil if there is none with this ID.
    public func find(_ id: Int32) -> ProcessSnapshot? { snapshot(id, Accounts(), Self.bootTime) }

    private func snapshot(_ pid: Int32, _ accounts: Accounts, _ bootTime: Int64) -> ProcessSnapshot? {
        // A process may end while it is read; it is left out then.
        guard let stat = ProcessStat.read(pid: pid), let status = ProcessStatus.read(pid: pid) else { return nil }
        let user = status.users.dropFirst().first
        let arguments = ProcessTable.arguments(of: pid) ?? []
        let ticks = Self.ticksPerSecond
        let started = bootTime + Int64(clamping: stat.startTime / ticks)
        return ProcessSnapshot(
            id: pid, hostID: hostID?(pid), name: Self.name(stat.name, arguments),
            userName: user.flatMap { id in userName(id) ?? accounts.user(id)?.name ?? String(id) },
            handles: ProcessTable.descriptorCount(of: pid), nonpagedMemory: nil,
            pagedMemory: status.bytes("RssAnon").map { Int64(clamping: $0) },
            workingSet: Int64(clamping: status.bytes("VmRSS") ?? 0), virtualMemory: Int64(clamping: stat.virtualSize),
            cpu: Double(stat.userTime &+ stat.systemTime) / Double(ticks), sessionID: stat.session, parentID: stat.parent,
            startTime: DateTime.local(unixSeconds: started), path: Files.linkTarget("/proc/\(pid)/exe"),
            commandLine: arguments.isEmpty ? nil : arguments.joined(separator: " "))
    }

    /// The kernel keeps 15 bytes of a name (TASK_COMM_LEN). If the file name in the command line begins with them, that is the
    /// whole name.
    private static func name(_ kept: String, _ arguments: [String]) -> String {
        guard kept.utf8.count == 15, let program = arguments.first?.split(separator: "/").last, program.hasPrefix(kept) else {
            return kept
        }
        return String(program)
    }

    private static var ticksPerSecond: UInt64 { UInt64(max(1, sysconf(Int32(_SC_CLK_TCK)))) }

    /// When the machine started, in seconds since 1970.
    private static var bootTime: Int64 {
        let text = (try? Files.readText("/proc/stat", limit: 1 << 20)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("btime ") }
        return line.flatMap { Int64($0.dropFirst(6)) } ?? 0
    }

    /// Sends SIGTERM, or SIGKILL with `force`.
    /// - Throws: `ValueError` with the reason that kill(2) gives.
    public func stop(_ id: Int32, force: Bool) throws {
        guard id > 0, kill(id, force ? SIGKILL : SIGTERM) == 0 else {
            let reason = String(cString: strerror(errno))
            throw ValueError.couldNotStopProcess("Cannot stop process \"\(id)\": \(reason).")
        }
    }
}
