import Glibc
import LinuxSystem

/// The user, the machine and its uptime.
enum EnvironmentFacts {
    /// The name of the effective user; the number if it has none.
    static var userName: String { Accounts().user(geteuid())?.name ?? String(geteuid()) }

    /// The host name; localhost if it cannot be read.
    static var machineName: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The seconds since the machine started, time in suspend included.
    static var uptime: Double {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
