import LinuxSystem

/// The folder in which files and folders are made before a rename puts them in place, and to which they are renamed before they are
/// deleted: a process that is killed in between leaves rubbish in this folder alone.
package struct Staging: Sendable {
    let root: StateRoot

    /// The staging folder of a state root.
    package init(_ root: StateRoot) { self.root = root }

    /// Calls `body` with the path of a file or folder to be made, which does not exist yet. Whatever `body` has not moved away is removed.
    /// - Throws: what `body` throws; `NotPrivileged` or `StateUnavailable` if the state root cannot be locked within 120 s.
    package func use<T>(_ prefix: String, _ body: (String) throws(ContainerError) -> T) throws(ContainerError) -> T {
        let lock = try ContainerError.wrap("The state root '\(root.path)' cannot be locked.") { () throws(SystemError) in
            try FileLock.lock(root.stagingLock, shared: true, timeout: 120)
        }
        defer { lock.unlock() }
        let path = "\(root.staging)/\(prefix)-\(StateRoot.hexadecimal(.random(in: 0 ... .max), digits: 16))"
        defer { try? Folders.removeTree(path) }
        return try body(path)
    }

    /// Makes a folder of the state disappear at once (a rename into staging), and then deletes it. A folder that does not exist is no
    /// error.
    /// - Throws: `NotPrivileged` or `StateUnavailable`.
    package func remove(_ folder: String) throws(ContainerError) {
        try use("removed") { path throws(ContainerError) in
            guard Files.isDirectory(folder) else { return }
            try ContainerError.wrap("'\(folder)' cannot be removed.") { () throws(SystemError) in
                try Files.rename(folder, path)
                try Folders.removeTree(path)
            }
        }
    }

    /// Deletes what processes that died have left in staging. Does nothing while another process holds the staging lock.
    package func sweep() {
        guard let names = try? Folders.names(in: root.staging), !names.isEmpty else { return }
        guard let lock = (try? FileLock.tryLock(root.stagingLock)).flatMap({ $0 }) else { return }
        defer { lock.unlock() }
        for name in (try? Folders.names(in: root.staging)) ?? [] {
            try? Folders.removeTree("\(root.staging)/\(name)")
        }
    }
}
