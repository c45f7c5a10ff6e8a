import Glibc

/// Identifies a process for ever: the kernel reuses process ids, but not an id with the same start time in the same boot.
package struct ProcessIdentity: Sendable, Hashable, Codable {
    /// The process id.
    package var pid: Int32
    /// The start time, in clock ticks since the machine started (/proc/PID/stat, field 22).
    package var startTime: UInt64
    /// The boot in which the process runs (`HostFacts.bootID`).
    package var bootID: String

    /// Makes an identity from stored values.
    package init(pid: Int32, startTime: UInt64, bootID: String) {
        self.pid = pid
        self.startTime = startTime
        self.bootID = bootID
    }

    /// The identity of the process that has an id now; nil if there is none.
    package init?(pid: Int32) {
        guard pid > 0, let stat = ProcessStat.read(pid: pid) else { return nil }
        self.init(pid: pid, startTime: stat.startTime, bootID: HostFacts.bootID)
    }

    /// Whether that process runs; a zombie does not.
    package var isAlive: Bool {
        guard bootID == HostFacts.bootID, let stat = ProcessStat.read(pid: pid) else { return false }
        return stat.startTime == startTime && stat.state != "Z" && stat.state != "X"
    }
}
