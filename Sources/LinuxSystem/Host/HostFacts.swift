import Glibc

/// Facts of the running kernel.
package enum HostFacts {
    /// A name for this run of the machine; differs after each boot. Empty where /proc does not say.
    package static let bootID: String = trimmed(try? Files.readText("/proc/sys/kernel/random/boot_id", limit: 4096))

    /// `uname -r`.
    package static let kernelRelease: String = trimmed(try? Files.readText("/proc/sys/kernel/osrelease", limit: 4096))

    package static var hostName: String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let base = buffer.baseAddress, gethostname(base, 255) == 0 else { return "localhost" }
            base[255] = 0
            return String(cString: base)
        }
    }

    /// Clock ticks a second in /proc's times (100 on every Linux of today).
    package static let ticksPerSecond: UInt64 = UInt64(max(1, sysconf(Int32(_SC_CLK_TCK))))
    package static let pageSize: UInt64 = UInt64(max(1, sysconf(Int32(_SC_PAGESIZE))))

    /// Seconds since the machine's start, as /proc/uptime counts.
    package static var uptime: Double {
        let text = (try? Files.readText("/proc/uptime", limit: 4096)) ?? ""
        return text.split(separator: " ").first.flatMap { Double($0) } ?? bootSeconds()
    }

    private static func trimmed(_ text: String?) -> String {
        String((text ?? "").prefix { !$0.isNewline })
    }
}
