import Glibc

/// A process beyond its number, which the kernel gives away again: number, start time and the boot it belongs to.
package struct ProcessIdentity: Sendable, Hashable, Codable {
    package var pid: Int32
    /// Clock ticks between the machine's start and the process's (/proc/PID/stat, field 22).
    package var startTime: UInt64
    package var bootID: String

    package init(pid: Int32, startTime: UInt64, bootID: String) {
        self.pid = pid
        self.startTime = startTime
        self.bootID = bootID
    }

    /// The process that has this number now; nil where there is none.
    package init?(pid: Int32) {
        guard pid > 0, let stat = ProcessStat.read(pid: pid) else { return nil }
        self.init(pid: pid, startTime: stat.startTime, bootID: HostFacts.bootID)
    }

    /// True while that very process runs; a zombie has ended.
    package var isAlive: Bool {
        guard bootID == HostFacts.bootID, let stat = ProcessStat.read(pid: pid) else { return false }
        return stat.startTime == startTime && stat.state != "Z" && stat.state != "X"
    }
}
