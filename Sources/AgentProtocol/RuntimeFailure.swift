import FoundationEssentials
import LinuxSystem

/// Why an OCI runtime (runc, crun) did not do what it was told, on the host or in a utility VM: the one place that reads a runtime's
/// errors.
///
/// A program that is missing is told apart by looking for it in the container, and not by the words of the runtimes, which differ between
/// the two and between versions. Their exit codes are 1 for everything.
package struct RuntimeFailure: Error, Sendable, Codable, Hashable {
    /// What a caller can act on.
    package enum Reason: String, Sendable, Codable {
        case programNotFound
        case programNotExecutable
        case other
    }

    /// What a caller can do about it.
    package var reason: Reason
    /// For people: the runtime's last error, or what else is known.
    package var message: String

    /// A failure whose reason is known or does not matter.
    package init(_ message: String, reason: Reason = .other) {
        self.message = message
        self.reason = reason
    }

    /// The failure that a runtime has written to its log (`--log-format json`: `{"level":"error","msg":"…"}` on a line of its own).
    ///
    /// - Parameters:
    ///   - log: the file's path; a log of this one call, since entries do not name theirs.
    ///   - fallback: the message where the log has no error.
    package init(log: String, else fallback: String) {
        self.init(Self.lastError(in: log) ?? fallback)
    }

    /// The same failure, with the reason that the container's own files tell.
    ///
    /// - Parameter root: the path of the container's root as this process sees it.
    package func explained(by program: ProgramLookup, in root: String) -> RuntimeFailure {
        guard let folder = try? Descriptor.open(root, Descriptor.pathOnly) else { return self }
        var result = self
        switch program.find(in: folder) {
        case .executable: break
        case .missing: result.reason = .programNotFound
        case .notExecutable: result.reason = .programNotExecutable
        }
        return result
    }

    private struct Entry: Decodable {
        var level: String
        var msg: String
    }

    private static func lastError(in log: String) -> String? {
        guard let text = try? Files.readText(log, limit: 1 << 20) else { return nil }
        for line in text.split(separator: "\n").reversed() {
            guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(line.utf8)) else { continue }
            if entry.level == "error" || entry.level == "fatal" { return String(entry.msg.prefix(2000)) }
        }
        return nil
    }
}
