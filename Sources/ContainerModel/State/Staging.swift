import LinuxSystem

/// Where things are made before they appear, and put before they are deleted: whoever is killed leaves rubbish here and nowhere else.
package struct Staging: Sendable {
    let root: StateRoot

    package init(_ root: StateRoot) { self.root = root }

    /// Calls `body` with the path of a thing to be made, which does not exist. What is there afterwards is removed.
    package func use<T>(_ prefix: String, _ body: (String) throws(ContainerError) -> T) throws(ContainerError) -> T {
        let lock = try ContainerError.wrap("The state root '\(root.path)' cannot be locked.") { () throws(SystemError) in
            try FileLock.lock(root.stagingLock, shared: true, timeout: 120)
        }
        defer { lock.unlock() }
        let path = "\(root.staging)/\(prefix)-\(StateRoot.hexadecimal(.random(in: 0 ... .max), digits: 16))"
        defer { try? Folders.removeTree(path) }
        return try body(path)
    }

    /// Makes a folder of the state disappear at once, and then deletes it. One that is not there is no error.
    package func remove(_ folder: String) throws(ContainerError) {
        try use("removed") { path throws(ContainerError) in
            guard Files.isDirectory(folder) else { return }
            try ContainerError.wrap("'\(folder)' cannot be removed.") { () throws(SystemError) in
                try Files.rename(folder, path)
                try Folders.removeTree(path)
            }
        }
    }

    /// Deletes what was left by processes that died. Does nothing while anybody is making or removing something.
    package func sweep() {
        guard let names = try? Folders.names(in: root.staging), !names.isEmpty else { return }
        guard let lock = (try? FileLock.tryLock(root.stagingLock)).flatMap({ $0 }) else { return }
        defer { lock.unlock() }
        for name in (try? Folders.names(in: root.staging)) ?? [] {
            try? Folders.removeTree("\(root.staging)/\(name)")
        }
    }
}
