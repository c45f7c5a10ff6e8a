import ContainerModel
import Glibc
import LinuxSystem

/// The copies of Bulkhead's executable that containers see, read-only, at `/.bulkhead`: one for each build. A copy, so that whatever a
/// container may do to a file of its own mounts, the program that the host runs is another file.
package struct HostExecutable: Sendable {
    /// The state root whose `executables` has the copies.
    package let root: StateRoot
    /// The executable's file.
    package let path: String

    /// - Parameter path: the executable's file.
    package init(root: StateRoot, path: String) {
        self.root = root
        self.path = path
    }

    /// The folder that holds the copy of the executable under the names `bulkhead` and `csrss` (hard links). Made where it is missing.
    /// - Throws: `NotPrivileged` or `StateUnavailable` if the executable cannot be read or copied.
    package func prepare() throws(ContainerError) -> String {
        let status = try ContainerError.wrap("The program '\(path)' cannot be read.") { () throws(SystemError) in
            guard let status = try Files.status(path) else { throw SystemError(ENOENT, "read", path) }
            return status
        }
        let name = "\(status.st_size)-\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)-\(status.st_dev).\(status.st_ino)"
        let folder = "\(root.executables)/\(name)"
        if Files.exists(folder + "/csrss") { return folder }
        try Staging(root).use("executable") { temporary throws(ContainerError) in
            try ContainerError.wrap("The program '\(path)' cannot be copied for containers.") { () throws(SystemError) in
                try Folders.make(temporary, mode: 0o755)
                try Files.copy(path, to: temporary + "/bulkhead", mode: 0o755)
                try Files.link(temporary + "/csrss", to: temporary + "/bulkhead")
                try Files.syncFileSystem(temporary)
                do throws(SystemError) {
                    try Files.rename(temporary, folder)
                } catch {
                    // The rename fails if another shell has made the same copy meanwhile; use that one.
                    guard Files.exists(folder + "/csrss") else { throw error }
                }
            }
        }
        return folder
    }

    /// Removes copies of earlier builds that no container runs with and that are an hour old.
    package func removeOld(inUse: Set<String>, current: String) {
        for name in (try? Folders.names(in: root.executables)) ?? [] {
            let folder = "\(root.executables)/\(name)"
            guard folder != current, !inUse.contains(folder), let status = try? Files.status(folder),
                Double(status.st_mtim.tv_sec) < wallSeconds() - 3600
            else { continue }
            try? Staging(root).remove(folder)
        }
    }
}
