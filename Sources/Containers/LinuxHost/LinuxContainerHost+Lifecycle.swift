import ContainerModel
import ContainerRuntime
import Glibc
import LinuxSystem

extension LinuxContainerHost {
    public func createContainer(_ specification: ContainerSpecification) throws(ContainerError) -> Container {
        let id = ContainerID()
        let checked = try ContainerRules.checked(specification, id: id)
        try prepare()
        failpoints.begin("create")
        let image = try imageStore.record(checked.image)
        // Prepare the runtime here, and not in the start: the first time on a machine it takes seconds, which a user expects of a creation.
        if checked.runtimeType == .hyperV { _ = try preparation.make(.hyperV, image) }
        let virtualSwitch = try checked.switchName.map { name throws(ContainerError) in try switchStore.find(name) }
        var named = checked
        named.switchName = virtualSwitch?.name
        let record = ContainerRecord(id, named, image: image, created: wallSeconds())
        // Lease the address before making the container: after a crash in between, an address without a container is freed again, but a
        // container without an address could not start.
        if let virtualSwitch {
            _ = try switchStore.lease(id, on: virtualSwitch.name, existing: Set(try store.ids()))
        }
        do {
            try store.create(record, failpoints: failpoints)
        } catch {
            try? switchStore.release(id)
            throw error
        }
        return try container(id)
    }

    @discardableResult
    public func stopContainer(_ id: ContainerID, _ mode: StopMode) throws(ContainerError) -> Container {
        try prepare()
        failpoints.begin("stop")
        let lock = try store.lock(id)
        defer { lock.unlock() }
        let before = try changeable(id)
        guard before.state != .off else { throw .notRunning(before) }
        do {
            try end(id, mode)
            let stopped = try container(id)
            // The supervisor removes such a container too, a moment later: do it here, so that it is gone when the command returns.
            if stopped.mainProcess?.removesContainer == true { try discard(id) }
            return stopped
        } catch {
            throw .failed("stop", before.name, id, because: error)
        }
    }

    public func removeContainer(_ id: ContainerID, force: Bool) throws(ContainerError) {
        try prepare()
        failpoints.begin("remove")
        let lock = try store.lock(id)
        defer { lock.unlock() }
        guard let before = snapshot(id) else { throw .containerNotFound(id: id.text) }
        if !force {
            if before.state == .damaged { throw .damaged(before) }
            try ContainerRules.checkStopped(before)
        }
        do {
            if runState(id).state != .off { try end(id, .turnOff) }
            try discard(id)
        } catch {
            throw .failed("be removed", before.name, id, because: error)
        }
    }

    /// Removes the files and addresses of a container that is off. The caller holds the container's lock.
    private func discard(_ id: ContainerID) throws(ContainerError) {
        try failpoints.reach("remove", "before the leftovers")
        try supervise(id).unlock()
        try failpoints.reach("remove", "before the address")
        try switchStore.release(id)
        try failpoints.reach("remove", "before the folder")
        try store.staging.remove(root.container(id))
        try failpoints.reach("remove", "after the folder")
    }

    @discardableResult
    public func updateContainer(_ id: ContainerID, _ change: ContainerChange) throws(ContainerError) -> Container {
        if let name = change.name, !ContainerRules.isValidName(name) { throw .invalidName(name) }
        try prepare()
        failpoints.begin("convert")
        let lock = try store.lock(id)
        defer { lock.unlock() }
        let before = try changeable(id)
        try ContainerRules.checkStopped(before)
        guard var record = try store.load(id) else { throw .containerNotFound(id: id.text) }
        do {
            let supervision = try supervise(id)
            defer { supervision.unlock() }
            let old = record
            if let name = change.name {
                // A host name that the user did not choose follows the container's new name.
                if record.computerName == record.name { record.computerName = name }
                record.name = name
            }
            if let runtimeType = change.runtimeType { record.runtimeType = runtimeType }
            if record == old { return before }
            if record.runtimeType == .hyperV, old.runtimeType != .hyperV {
                _ = try preparation.make(.hyperV, try imageStore.record(id: record.imageID))
            }
            // Files are converted to a disk at the next start, when the disk is needed. They are converted to folders now, so that an error
            // is reported by the command that asked for the change.
            if record.runtimeType == .default, record.writable == .disk {
                record = try files.convert(record, machine: preparation.machine)
            } else {
                try store.save(record)
            }
        } catch {
            throw .failed("change", before.name, id, because: error)
        }
        return try container(id)
    }

    public func stopComputeProcess(_ id: String) throws(ContainerError) {
        let running = try containers().filter { $0.state != .off && $0.state != .damaged && $0.id.matches(prefix: id) }
        guard let found = running.first else { throw .computeProcessNotFound(id) }
        guard running.count == 1 else { throw .idAmbiguous(id, running) }
        try stopContainer(found.id, .turnOff)
    }

    /// The container of an id, for an operation that changes it; refuses one that does not exist or is damaged.
    func changeable(_ id: ContainerID) throws(ContainerError) -> Container {
        guard let container = snapshot(id) else { throw .containerNotFound(id: id.text) }
        guard container.state != .damaged else { throw .damaged(container) }
        return container
    }

    /// Takes the supervisor's lock of a container that is off, and cleans up where its last supervisor could not. The caller holds the
    /// container's lock.
    func supervise(_ id: ContainerID) throws(ContainerError) -> FileLock {
        let path = root.container(id) + "/supervisor.lock"
        let lock = try ContainerError.wrap("The container's last run has not ended.") { () throws(SystemError) in
            // Retry: a shell that lists containers holds the supervisor's lock for an instant, and a supervisor releases it a moment after
            // it has reported the stop.
            try FileLock.lock(path, timeout: 10)
        }
        CrashRecovery(root: root, store: store, switches: switchStore).run(id)
        return lock
    }
}
