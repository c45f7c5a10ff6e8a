import Glibc
import LinuxSystem

/// The command history in a file that several shells share.
///
/// Each entry is one line of UTF-8, with `\n` for a line end and `\\` for a backslash. Entries are appended under flock, so that
/// those of two shells never mix.
public final class HistoryFile {
    private let path: String
    /// The size of the part of the file, in bytes, that this shell has read or written.
    private var offset: UInt64 = 0
    private static let limit = 4 << 20

    /// Uses the file at a path; it need not exist.
    public init(_ path: String) { self.path = path }

    /// `$XDG_DATA_HOME/bulkhead/history`, or `~/.local/share/bulkhead/history` (XDG Base Directory Specification). nil if neither
    /// variable is an absolute path: a history in the current folder would be scattered and could be read by others.
    public static var defaultPath: String? {
        if let data = Environment.value("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/bulkhead/history" }
        guard let home = Environment.value("HOME"), home.hasPrefix("/") else { return nil }
        return home + "/.local/share/bulkhead/history"
    }

    /// The entries that other shells appended since the last call; at the first call all entries, of a file larger than 4 MiB those
    /// in the last 4 MiB. Empty if the file cannot be read.
    public func newEntries() -> [String] {
        guard let file = try? Descriptor.open(path, O_RDONLY | O_NOFOLLOW) else { return [] }
        defer { file.close() }
        guard let size = try? file.status().st_size, size >= 0 else { return [] }
        // A smaller file was truncated or replaced: read it from its beginning.
        if UInt64(size) < offset { offset = 0 }
        guard UInt64(size) > offset else { return [] }
        let start = max(offset, UInt64(size) > UInt64(Self.limit) ? UInt64(size) - UInt64(Self.limit) : 0)
        guard lseek(file.raw, off_t(start), SEEK_SET) >= 0, let bytes = try? readToEnd(file.raw, limit: Self.limit + 65_536),
            let end = bytes.lastIndex(of: UInt8(ascii: "\n"))
        else { return [] }
        offset = start + UInt64(end) + 1
        return String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\n").map { Self.decode($0) }
    }

    /// Appends an entry. An entry that begins with a blank or seems to hold a secret (`password`, `token` and the like) is not
    /// written. Failures are ignored: a read-only home must not stop the shell.
    public func append(_ line: String) {
        guard !line.isEmpty, line.first != " ", !Self.isSensitive(line) else { return }
        let cut = Files.split(path)
        guard (try? Folders.make(cut.folder, mode: 0o700)) != nil,
            let file = try? Descriptor.open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, mode: 0o600)
        else { return }
        defer { file.close() }
        guard flock(file.raw, LOCK_EX) == 0 else { return }
        let before = (try? file.status().st_size).map { UInt64(clamping: $0) } ?? 0
        try? writeFully(file.raw, Self.encode(line) + "\n")
        // If the file has grown since this shell last read it, the other shells' entries are still to be read.
        if before == offset, let size = try? file.status().st_size { offset = UInt64(clamping: size) }
    }

    private static func isSensitive(_ line: String) -> Bool {
        let lower = line.lowercased()
        return ["password", "asplaintext", "token", "apikey", "secret", "passphrase"].contains { lower.contains($0) }
    }

    static func encode(_ line: String) -> String { line.replacing("\\", with: "\\\\").replacing("\n", with: "\\n") }

    static func decode(_ text: Substring) -> String {
        var line = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                line.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                line.append(character)
            }
        }
        return line
    }
}
