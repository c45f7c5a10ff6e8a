import Glibc
import LinuxSystem

/// The containers' folders below the state root.
package struct ContainerStore: Sendable {
    /// The state root.
    package let root: StateRoot
    /// Where a container's folder is made and deleted.
    package let staging: Staging

    /// The containers of a state root. Nothing is read yet.
    package init(_ root: StateRoot) {
        self.root = root
        staging = Staging(root)
    }

    /// `container.json`, a `ContainerRecord`.
    package func document(_ id: ContainerID) -> String { root.container(id) + "/container.json" }
    /// `exit.json`, an `ExitRecord`.
    package func exitDocument(_ id: ContainerID) -> String { root.container(id) + "/exit.json" }
    /// `run.json` in the runtime folder, a `RunRecord`.
    package func runDocument(_ id: ContainerID) -> String { root.runtime(id) + "/run.json" }
    /// `prepared.json` in the runtime folder: what the shell that starts a container hands its supervisor.
    package func preparedDocument(_ id: ContainerID) -> String { root.runtime(id) + "/prepared.json" }

    /// The ids of all containers, ascending. A folder whose name is not a container id is ignored.
    /// - Throws: `NotPrivileged` or `StateUnavailable` if the folder of containers cannot be listed.
    package func ids() throws(ContainerError) -> [ContainerID] {
        let names: [String]
        do {
            names = try Folders.names(in: root.containers)
        } catch {
            if error.number == ENOENT { return [] }
            throw .state(error, "The containers below '\(root.path)' cannot be listed.")
        }
        return names.compactMap { name in ContainerID(name).flatMap { $0.text == name ? $0 : nil } }.sorted()
    }

    /// A container's document; nil where there is no such container.
    /// - Throws: `StateDamaged` if the container's folder exists, but its document is missing, cannot be read or is another container's.
    package func load(_ id: ContainerID) throws(ContainerError) -> ContainerRecord? {
        if let record = try Document.load(ContainerRecord.self, from: document(id)) {
            guard record.id == id, ContainerRules.isValidName(record.name) else {
                throw ContainerError("StateDamaged", "The document '\(document(id))' is another container's, or has no valid name.")
            }
            return record
        }
        guard Files.isDirectory(root.container(id)) else { return nil }
        throw ContainerError("StateDamaged", "The document '\(document(id))' is missing.")
    }

    /// Replaces a container's document. The caller holds the container's lock.
    /// - Throws: `StateUnavailable`.
    package func save(_ record: ContainerRecord) throws(ContainerError) {
        try Document.save(record, to: document(record.id))
    }

    /// Makes a container's folder, which appears complete or not at all.
    /// - Throws: `NotPrivileged` or `StateUnavailable`; `InjectedFailure` of a failpoint.
    package func create(_ record: ContainerRecord, failpoints: Failpoints) throws(ContainerError) {
        try staging.use("container") { path throws(ContainerError) in
            try failpoints.reach("create", "before the folder")
            try ContainerError.wrap("The folder of '\(record.name)' cannot be made.") { () throws(SystemError) in
                try Folders.make(path + "/files", mode: 0o700)
                try Folders.make(path + "/files/upper", mode: 0o755)
                try Folders.make(path + "/files/work", mode: 0o700)
            }
            try failpoints.reach("create", "before the document")
            try Document.save(record, to: path + "/container.json")
            try failpoints.reach("create", "before it appears")
            try ContainerError.wrap("The folder of '\(record.name)' cannot be made.") { () throws(SystemError) in
                try Files.rename(path, root.container(record.id))
                try Files.syncFolder(root.containers)
            }
            try failpoints.reach("create", "after it appeared")
        }
    }

    /// Takes the lock that is held while a container is changed.
    /// - Parameter timeout: seconds.
    /// - Throws: `ContainerNotFound`; `OperationTimeout` if another command holds the lock for that long; `NotPrivileged` or
    ///   `StateUnavailable`.
    package func lock(_ id: ContainerID, timeout: Double = 120) throws(ContainerError) -> FileLock {
        let folder = root.container(id)
        do {
            return try FileLock.lock(folder + "/lock", timeout: timeout)
        } catch {
            switch error.number {
            case ENOENT: throw .containerNotFound(id: id.text)
            case ETIMEDOUT:
                throw ContainerError(
                    "OperationTimeout", "The container \(id.text) is being changed by another command for \(Int(timeout)) s.",
                    remedy: "Wait for it, or end it.", target: id.text)
            default: throw .state(error, "The container \(id.text) cannot be locked.")
            }
        }
    }

    /// Takes the lock that a container's supervisor holds for as long as it lives; nil where a supervisor has it.
    /// - Throws: `NotPrivileged` or `StateUnavailable`.
    package func supervisorLock(_ id: ContainerID) throws(ContainerError) -> FileLock? {
        try ContainerError.wrap("The container \(id.text) cannot be locked.") { () throws(SystemError) in
            try FileLock.tryLock(root.container(id) + "/supervisor.lock")
        }
    }
}
