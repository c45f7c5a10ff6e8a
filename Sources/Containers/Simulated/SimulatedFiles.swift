import ContainerModel
import Glibc
import LinuxSystem
import Synchronization

/// The files of the simulated host and its containers: folders behind their `C:\`, below a temporary one that ends with the host.
final class SimulatedFiles: Sendable {
    private struct State {
        var root: String?
        /// Held as long as the folder is in use: the next host removes the folders whose lock nobody holds, which killed hosts have left.
        var lock: FileLock?
    }

    private let state = Mutex(State())
    private static let prefix = "bulkhead-simulated-"

    deinit { removeAll() }

    /// The folder behind the host's `C:\`, made with Windows' own folders when it is first asked for.
    func hostDrive() throws(ContainerError) -> String {
        try drive("host", SimulatedImage.host)
    }

    /// The folder behind a container's `C:\`, made as its image has it when it is first asked for.
    func drive(of container: Container) throws(ContainerError) -> String {
        try drive(container.id.text, SimulatedImage.named(container.parentImageName))
    }

    func remove(_ id: ContainerID) {
        if let root = state.withLock({ $0.root }) { try? Folders.removeTree("\(root)/\(id.text)") }
    }

    func removeAll() {
        let root = state.withLock { state in
            defer { state = State() }
            return state.root
        }
        if let root { try? Folders.removeTree(root) }
    }

    private func drive(_ name: String, _ folders: [String]) throws(ContainerError) -> String {
        try ContainerError.wrap("The simulated host's files cannot be made.") { () throws(SystemError) in
            let path = try root() + "/" + name
            if !Files.exists(path) {
                for folder in folders { try Folders.make("\(path)/\(folder)") }
            }
            return path
        }
    }

    private func root() throws(SystemError) -> String {
        try state.withLock { state throws(SystemError) in
            if let root = state.root { return root }
            let parent = Environment.value("TMPDIR").flatMap { $0.hasPrefix("/") && Files.isDirectory($0) ? $0 : nil } ?? "/tmp"
            Self.removeOld(in: parent)
            let root = try Folders.makeTemporary(in: parent, prefix: Self.prefix)
            state = State(root: root, lock: try FileLock.lock(root + "/lock"))
            return root
        }
    }

    /// Removes what killed shells of this user left.
    private static func removeOld(in parent: String) {
        for name in (try? Folders.names(in: parent)) ?? [] where name.hasPrefix(prefix) {
            let path = parent + "/" + name
            var status = stat()
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid(),
                // Younger than a minute: another shell may just have made the folder and not locked it yet.
                Double(status.st_mtim.tv_sec) < wallSeconds() - 60, !FileLock.isHeld(path + "/lock")
            else { continue }
            try? Folders.removeTree(path)
        }
    }
}
