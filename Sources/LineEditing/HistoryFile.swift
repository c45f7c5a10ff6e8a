import Glibc
import LinuxSystem

/// The lines a user entered, in a file that several shells share.
///
/// One entry a line, with `\n` and `\\` for line ends and backslashes. Appended under a lock, so that entries never mix.
public final class HistoryFile {
    private let path: String
    /// How much of the file this shell has seen.
    private var offset: UInt64 = 0
    private static let limit = 4 << 20

    public init(_ path: String) { self.path = path }

    /// `$XDG_DATA_HOME/bulkhead/history`, else below the home folder; nil where neither is set: the current folder is no place for it.
    public static var defaultPath: String? {
        if let data = Environment.value("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/bulkhead/history" }
        guard let home = Environment.value("HOME"), home.hasPrefix("/") else { return nil }
        return home + "/.local/share/bulkhead/history"
    }

    /// The entries that came since the last call, this shell's own left out.
    public func newEntries() -> [String] {
        guard let file = try? Descriptor.open(path, O_RDONLY | O_NOFOLLOW) else { return [] }
        defer { file.close() }
        guard let size = try? file.status().st_size, size >= 0 else { return [] }
        // Cut or replaced meanwhile: from its beginning again.
        if UInt64(size) < offset { offset = 0 }
        guard UInt64(size) > offset else { return [] }
        let start = max(offset, UInt64(size) > UInt64(Self.limit) ? UInt64(size) - UInt64(Self.limit) : 0)
        guard lseek(file.raw, off_t(start), SEEK_SET) >= 0, let bytes = try? readToEnd(file.raw, limit: Self.limit + 65_536),
            let end = bytes.lastIndex(of: UInt8(ascii: "\n"))
        else { return [] }
        offset = start + UInt64(end) + 1
        return String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\n").map { Self.decode($0) }
    }

    /// Adds a line. Lines that look like they hold a secret are not kept; nor is one that begins with a blank.
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
        // What others wrote meanwhile is still new to this shell.
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
