import Glibc

/// What /proc says of processes. Each reader returns nil where the process has gone, which is no error.
package enum ProcessTable {
    /// The numbers of all processes that are visible here, ascending.
    package static func pids() -> [Int32] {
        ((try? Folders.names(in: "/proc")) ?? []).compactMap { Int32($0) }.filter { $0 > 0 }.sorted()
    }

    /// The arguments, at most `limit` bytes of them; empty for a kernel thread.
    package static func arguments(of pid: Int32, limit: Int = 4096) -> [String]? {
        guard let file = try? Descriptor.open("/proc/\(pid)/cmdline", O_RDONLY) else { return nil }
        var bytes: [UInt8] = []
        while bytes.count < limit, let more = try? readSome(file.raw, atMost: limit - bytes.count), !more.isEmpty { bytes += more }
        if bytes.last == 0 { bytes.removeLast() }
        if bytes.isEmpty { return [] }
        return bytes.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The number of open descriptors; nil where this user may not see it.
    package static func descriptorCount(of pid: Int32) -> Int? {
        try? Folders.names(in: "/proc/\(pid)/fd").count
    }

    /// What a namespace of the process is (`pid:[4026531836]`); nil where this user may not see it.
    package static func namespace(_ kind: String, of pid: Int32) -> String? {
        Files.linkTarget("/proc/\(pid)/ns/\(kind)")
    }
}

/// The fields of /proc/PID/stat that are of use here.
package struct ProcessStat: Sendable, Hashable {
    package var pid: Int32
    /// At most 15 bytes: the name that the kernel keeps.
    package var name: String
    package var state: Character
    package var parent: Int32
    package var processGroup: Int32
    package var session: Int32
    /// Clock ticks.
    package var userTime: UInt64
    package var systemTime: UInt64
    package var threads: Int
    /// Clock ticks since the machine's start.
    package var startTime: UInt64
    /// Bytes.
    package var virtualSize: UInt64
    /// Pages.
    package var residentPages: UInt64

    package static func read(pid: Int32) -> ProcessStat? {
        (try? Files.read("/proc/\(pid)/stat", limit: 65_536)).flatMap { parse($0) }
    }

    /// The name stands in parentheses and may hold any byte, parentheses included: the last `)` ends it.
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

/// /proc/PID/status by key.
package struct ProcessStatus: Sendable {
    private var values: [String: String]

    package static func read(pid: Int32) -> ProcessStatus? {
        (try? Files.readText("/proc/\(pid)/status", limit: 65_536)).map { ProcessStatus(text: $0) }
    }

    package init(text: String) {
        values = [:]
        for line in text.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            values[String(line[..<colon])] = String(value)
        }
    }

    /// The value after `Key:`, white space in front removed.
    package subscript(key: String) -> String? { values[key] }

    /// Its number in each pid namespace, from this one (the viewer's /proc) to the innermost.
    package var namespacePIDs: [Int32] { numbers("NSpid") }
    /// Real, effective, saved and file-system user.
    package var users: [UInt32] { numbers("Uid") }
    package var groups: [UInt32] { numbers("Gid") }

    private func numbers<N: FixedWidthInteger>(_ key: String) -> [N] {
        (values[key] ?? "").split { $0 == " " || $0 == "\t" }.compactMap { N($0) }
    }

    /// A value in kB as bytes (`VmRSS`, `VmPeak`).
    package func bytes(_ key: String) -> UInt64? {
        guard let text = values[key]?.split(separator: " ").first, let number = UInt64(text) else { return nil }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: 1024)
        return overflow ? nil : bytes
    }
}
