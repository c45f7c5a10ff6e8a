import Glibc

/// Processes as /proc shows them. A process may end at any moment: each function returns nil for one that has.
package enum ProcessTable {
    /// The ids of all processes that this /proc shows, ascending.
    package static func pids() -> [Int32] {
        ((try? Folders.names(in: "/proc")) ?? []).compactMap { Int32($0) }.filter { $0 > 0 }.sorted()
    }

    /// The arguments, of which at most `limit` bytes are read; empty for a kernel thread.
    package static func arguments(of pid: Int32, limit: Int = 4096) -> [String]? {
        guard let file = try? Descriptor.open("/proc/\(pid)/cmdline", O_RDONLY) else { return nil }
        var bytes: [UInt8] = []
        while bytes.count < limit, let more = try? readSome(file.raw, atMost: limit - bytes.count), !more.isEmpty { bytes += more }
        if bytes.last == 0 { bytes.removeLast() }
        if bytes.isEmpty { return [] }
        return bytes.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The number of open descriptors; nil if this user may not see it.
    package static func descriptorCount(of pid: Int32) -> Int? {
        try? Folders.names(in: "/proc/\(pid)/fd").count
    }

    /// The identity of a namespace, such as `pid:[4026531836]`; nil if this user may not see it.
    /// - Parameter kind: the entry in /proc/PID/ns (`pid`, `net`, `mnt`).
    package static func namespace(_ kind: String, of pid: Int32) -> String? {
        Files.linkTarget("/proc/\(pid)/ns/\(kind)")
    }
}

/// Fields of /proc/PID/stat (proc_pid_stat(5)).
package struct ProcessStat: Sendable, Hashable {
    /// The process id.
    package var pid: Int32
    /// The name that the kernel keeps (comm), at most 15 bytes.
    package var name: String
    /// The state: `R` running, `S` sleeping, `Z` zombie, `X` dead, and others.
    package var state: Character
    /// The parent's process id.
    package var parent: Int32
    /// The process group id.
    package var processGroup: Int32
    /// The session id.
    package var session: Int32
    /// The CPU time in user mode, in clock ticks.
    package var userTime: UInt64
    /// The CPU time in kernel mode, in clock ticks.
    package var systemTime: UInt64
    /// The number of threads.
    package var threads: Int
    /// The start time, in clock ticks since the machine started.
    package var startTime: UInt64
    /// The size of the address space, in bytes.
    package var virtualSize: UInt64
    /// The resident set, in pages.
    package var residentPages: UInt64

    /// Reads the fields of a process; nil if it has ended.
    package static func read(pid: Int32) -> ProcessStat? {
        (try? Files.read("/proc/\(pid)/stat", limit: 65_536)).flatMap { parse($0) }
    }

    /// Parses the file; nil if it is malformed. The name stands in parentheses and may itself hold any byte, so the last `)` ends
    /// it.
    package static func parse(_ bytes: [UInt8]) -> ProcessStat? {
        guard let open = bytes.firstIndex(of: UInt8(ascii: "(")), let close = bytes.lastIndex(of: UInt8(ascii: ")")), open < close,
            let pid = Int32(String(decoding: bytes[..<open].filter { $0 != UInt8(ascii: " ") }, as: UTF8.self))
        else { return nil }
        let fields = String(decoding: bytes[(close + 1)...], as: UTF8.self).split { $0 == " " || $0 == "\n" }
        guard fields.count >= 22, let state = fields[0].first else { return nil }
        return ProcessStat(
            pid: pid, name: String(decoding: bytes[(open + 1)..<close], as: UTF8.self), state: state, parent: Int32(fields[1]) ?? 0,
            processGroup: Int32(fields[2]) ?? 0, session: Int32(fields[3]) ?? 0, userTime: UInt64(fields[11]) ?? 0,
            systemTime: UInt64(fields[12]) ?? 0, threads: Int(fields[17]) ?? 0, startTime: UInt64(fields[19]) ?? 0,
            virtualSize: UInt64(fields[20]) ?? 0, residentPages: UInt64(fields[21]) ?? 0)
    }
}

/// /proc/PID/status by key (proc_pid_status(5)).
package struct ProcessStatus: Sendable {
    private var values: [String: String]

    /// Reads the file of a process; nil if it has ended.
    package static func read(pid: Int32) -> ProcessStatus? {
        (try? Files.readText("/proc/\(pid)/status", limit: 65_536)).map { ProcessStatus(text: $0) }
    }

    /// Parses the text of the file.
    package init(text: String) {
        values = [:]
        for line in text.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            values[String(line[..<colon])] = String(value)
        }
    }

    /// The text behind `Key:`, without leading white space.
    package subscript(key: String) -> String? { values[key] }

    /// The process's id in each of its pid namespaces, from that of this /proc to the innermost.
    package var namespacePIDs: [Int32] { numbers("NSpid") }
    /// The real, effective, saved and file-system user ids.
    package var users: [UInt32] { numbers("Uid") }
    /// The real, effective, saved and file-system group ids.
    package var groups: [UInt32] { numbers("Gid") }

    private func numbers<N: FixedWidthInteger>(_ key: String) -> [N] {
        (values[key] ?? "").split { $0 == " " || $0 == "\t" }.compactMap { N($0) }
    }

    /// A value given in kB (`VmRSS`, `VmPeak`), in bytes.
    package func bytes(_ key: String) -> UInt64? {
        guard let text = values[key]?.split(separator: " ").first, let number = UInt64(text) else { return nil }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: 1024)
        return overflow ? nil : bytes
    }
}
