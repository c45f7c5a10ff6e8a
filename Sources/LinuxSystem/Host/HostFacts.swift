import Glibc

/// Facts about the running kernel and machine.
package enum HostFacts {
    /// A UUID that the kernel makes at each boot (/proc/sys/kernel/random/boot_id); empty if it cannot be read.
    package static let bootID: String = trimmed(try? Files.readText("/proc/sys/kernel/random/boot_id", limit: 4096))

    /// The kernel's release (`uname -r`); empty if it cannot be read.
    package static let kernelRelease: String = trimmed(try? Files.readText("/proc/sys/kernel/osrelease", limit: 4096))

    /// The host name (gethostname(2)), `localhost` if it cannot be read.
    package static var hostName: String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let base = buffer.baseAddress, gethostname(base, 255) == 0 else { return "localhost" }
            base[255] = 0
            return String(cString: base)
        }
    }

    /// The number of clock ticks a second, the unit of times in /proc (100 on all current architectures).
    package static let ticksPerSecond: UInt64 = UInt64(max(1, sysconf(Int32(_SC_CLK_TCK))))
    /// The size of a memory page in bytes.
    package static let pageSize: UInt64 = UInt64(max(1, sysconf(Int32(_SC_PAGESIZE))))

    /// Seconds since the machine started (/proc/uptime).
    package static var uptime: Double {
        let text = (try? Files.readText("/proc/uptime", limit: 4096)) ?? ""
        return text.split(separator: " ").first.flatMap { Double($0) } ?? bootSeconds()
    }

    private static func trimmed(_ text: String?) -> String {
        String((text ?? "").prefix { !$0.isNewline })
    }
}
