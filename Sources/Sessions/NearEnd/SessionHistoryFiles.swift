import Containers
import Glibc
import LineEditing
import LinuxSystem

/// The histories of sessions: one file for each container that was entered, beside the user's own history.
///
/// A container may be hostile, so the number and length of lines that one session can store are limited.
public final class SessionHistoryFiles: SessionHistory {
    private let folder: String
    private var kept = 0
    private static let mostLines = 10_000
    private static let longestLine = 64 << 10
    /// Containers come and go: only this many files, the newest, are kept.
    private static let mostFiles = 200

    /// Uses the folder beside the user's history; nil if the user has none.
    public init?() {
        guard let path = HistoryFile.defaultPath else { return nil }
        folder = Files.split(path).folder + "/sessions"
    }

    private func file(_ container: ContainerID) -> HistoryFile { HistoryFile("\(folder)/\(container.text)") }

    public func entries(of container: ContainerID) -> [String] { file(container).newEntries().suffix(Self.mostLines) }

    public func append(_ line: String, of container: ContainerID) {
        guard kept < Self.mostLines, line.utf8.count <= Self.longestLine else { return }
        if kept == 0 { removeOld() }
        kept += 1
        file(container).append(line)
    }

    private func removeOld() {
        let files = ((try? Folders.names(in: folder)) ?? []).compactMap { name -> (path: String, time: Int)? in
            let path = folder + "/" + name
            return (try? Files.status(path)).flatMap { $0 }.map { (path, $0.st_mtim.tv_sec) }
        }
        for old in files.sorted(by: { $0.time > $1.time }).dropFirst(Self.mostFiles) { try? Files.remove(old.path) }
    }
}
