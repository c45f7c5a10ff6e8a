import Glibc
import LinuxSystem
import Values

/// Processes from /proc, as the viewer's own process namespace numbers them.
public struct LinuxProcessSource: ProcessSource {
    public let style: ProcessStyle
    /// Names for users that are in no account file: the users of utility VMs.
    private let userName: @Sendable (UInt32) -> String?
    /// The container host's number of a process; nil inside the host itself.
    private let hostID: (@Sendable (Int32) -> Int32?)?

    public init(
        style: ProcessStyle = .unix, userName: @escaping @Sendable (UInt32) -> String? = { _ in nil },
        hostID: (@Sendable (Int32) -> Int32?)? = nil
    ) {
        self.style = style
        self.userName = userName
        self.hostID = hostID
    }

    public func processes() throws -> [ProcessSnapshot] {
        let accounts = Accounts()
        let bootTime = Self.bootTime
        return ProcessTable.pids().compactMap { snapshot($0, accounts, bootTime) }
            .sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
    }

    /// One process; nil where there is none of the number.
    public func find(_ id: Int32) -> ProcessSnapshot? { snapshot(id, Accounts(), Self.bootTime) }

    private func snapshot(_ pid: Int32, _ accounts: Accounts, _ bootTime: Int64) -> ProcessSnapshot? {
        // The process may go at any moment: it is then left out.
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

    /// The kernel keeps 15 bytes of a name; where the program's own name begins with them, it is the whole one.
    private static func name(_ kept: String, _ arguments: [String]) -> String {
        guard kept.utf8.count == 15, let program = arguments.first?.split(separator: "/").last, program.hasPrefix(kept) else {
            return kept
        }
        return String(program)
    }

    private static var ticksPerSecond: UInt64 { UInt64(max(1, sysconf(Int32(_SC_CLK_TCK)))) }

    /// Seconds since 1970 at which the machine started.
    private static var bootTime: Int64 {
        let text = (try? Files.readText("/proc/stat", limit: 1 << 20)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("btime ") }
        return line.flatMap { Int64($0.dropFirst(6)) } ?? 0
    }

    public func stop(_ id: Int32, force: Bool) throws {
        guard id > 0, kill(id, force ? SIGKILL : SIGTERM) == 0 else {
            let reason = String(cString: strerror(errno))
            throw ValueError.couldNotStopProcess("Cannot stop process \"\(id)\": \(reason).")
        }
    }
}
