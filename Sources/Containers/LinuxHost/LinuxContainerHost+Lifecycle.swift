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
        // Seconds once on a machine: here, where the user waits for something to be made, and not in a start.
        if checked.runtimeType == .hyperV { _ = try preparation.make(.hyperV, image) }
        let virtualSwitch = try checked.switchName.map { name throws(ContainerError) in try switchStore.find(name) }
        var named = checked
        named.switchName = virtualSwitch?.name
        let record = ContainerRecord(id, named, image: image, created: wallSeconds())
        // The address first: one that belongs to no container is given away again, a container without its own could not start.
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
    public func startContainer(_ id: ContainerID) throws(ContainerError) -> Container {
        try start(id) { _ throws(ContainerError) in nil }
        return try container(id)
    }

    public func startAttached(
        _ id: ContainerID, columns: UInt16, rows: UInt16
    ) throws(ContainerError) -> any ContainerProcess {
        var attached: AttachedProcess?
        try start(id) { record throws(ContainerError) in
            guard let mainProcess = record.mainProcess else {
                throw ContainerError(
                    "InvalidOperation", "The container '\(record.name)' has no main process to be attached to.",
                    remedy: "Start it with Start-Container and enter it with Enter-PSSession.", target: id.text)
            }
            let socket = root.runtime(id) + "/control"
            let process = try ContainerError.wrap("The main process cannot have streams.") { () throws(SystemError) in
                try AttachedProcess(mainProcess, socket: socket)
            }
            attached = process
            return Client(process: process, columns: columns, rows: rows)
        }
        guard let attached else { throw .containerNotFound(id: id.text) }
        attached.closeTheirs()
        return attached
    }

    /// Who is attached to the main process of a container that is being started.
    private struct Client {
        var process: AttachedProcess
        var columns: UInt16
        var rows: UInt16
    }

    private func start(_ id: ContainerID, _ client: (ContainerRecord) throws(ContainerError) -> Client?) throws(ContainerError) {
        try prepare()
        failpoints.begin("start")
        let lock = try store.lock(id)
        defer { lock.unlock() }
        let before = try changeable(id)
        guard before.state == .off else { throw .alreadyRunning(before) }
        do {
            let supervision = try supervise(id)
            defer { supervision.unlock() }
            try launch(id, supervision, client)
        } catch {
            throw .failed("start", before.name, id, because: error)
        }
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
            // Its supervisor would do it a moment later.
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

    /// Removes all that there is of a container that is off. The caller holds its lock.
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
                // The name inside follows where it was not chosen.
                if record.computerName == record.name { record.computerName = name }
                record.name = name
            }
            if let runtimeType = change.runtimeType { record.runtimeType = runtimeType }
            if record == old { return before }
            if record.runtimeType == .hyperV, old.runtimeType != .hyperV {
                _ = try preparation.make(.hyperV, try imageStore.record(id: record.imageID))
            }
            // To a disk at the next start, when it is needed; to folders now, so that an error comes with the command that asked for it.
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

    /// The container where it is in a state that can be worked on.
    private func changeable(_ id: ContainerID) throws(ContainerError) -> Container {
        guard let container = snapshot(id) else { throw .containerNotFound(id: id.text) }
        guard container.state != .damaged else { throw .damaged(container) }
        return container
    }

    /// Takes the supervisor's lock of a container that is off, and cleans up where its last supervisor could not. The caller holds the
    /// container's lock.
    func supervise(_ id: ContainerID) throws(ContainerError) -> FileLock {
        let path = root.container(id) + "/supervisor.lock"
        let lock = try ContainerError.wrap("The container's last run has not ended.") { () throws(SystemError) in
            // Listing shells hold it for an instant each, and a supervisor lets go of it after it has said that it stopped.
            try FileLock.lock(path, timeout: 10)
        }
        CrashRecovery(root: root, store: store, switches: switchStore).run(id)
        return lock
    }

    /// Starts the supervisor and waits for what it reports.
    private func launch(
        _ id: ContainerID, _ supervision: FileLock, _ client: (ContainerRecord) throws(ContainerError) -> Client?
    ) throws(ContainerError) {
        guard var record = try store.load(id) else { throw .containerNotFound(id: id.text) }
        let client = try client(record)
        try failpoints.reach("start", "before the files")
        // Once more, for a build of this program, a kernel or a runtime that has changed since the container was made.
        let prepared = try preparation.make(record.runtimeType, try imageStore.record(id: record.imageID))
        record = try files.convert(record, machine: preparation.machine)
        HostExecutable(root: root, path: configuration.executable).removeOld(
            inUse: Set(runs().map(\.run.executable)), current: prepared.executableFolder)
        try failpoints.reach("start", "before the runtime folder")
        let folder = root.runtime(id)
        let report: Descriptor
        let supervisor: ChildProcess
        do {
            try Folders.make(folder, mode: 0o700)
            try Document.save(prepared, to: store.preparedDocument(id), durable: false)
            let pipe = try Descriptor.pipe()
            let errors = try Descriptor.open(folder + "/supervisor.log", O_WRONLY | O_CREAT | O_APPEND)
            var options = SpawnOptions(
                arguments: [
                    "bulkhead", Supervisor.role, root.path, root.runtimePath, id.text, configuration.networkNamespace ?? "-",
                    client.map { "\($0.columns)x\($0.rows)" } ?? "-",
                ],
                descriptors: [
                    2: errors.raw, Supervisor.reportDescriptor: pipe.write.raw, Supervisor.lockDescriptor: supervision.descriptor,
                ].merging(client?.process.descriptors ?? [:]) { $1 }, workingDirectory: "/")
            options.newSession = true
            options.fileModeMask = 0o022
            supervisor = try spawn(configuration.executable, options)
            report = pipe.read
        } catch {
            try? Folders.removeTree(folder)
            throw ContainerError("StartFailed", "The container's supervisor cannot be started.", cause: "\(error)")
        }
        keep(supervisor)
        // From here on the supervisor alone holds it.
        supervision.unlock()
        do throws(ContainerError) {
            try failpoints.reach("start", "before the report")
            try awaitReport(id, report, supervisor)
            try failpoints.reach("start", "after the report")
        } catch {
            if runState(id).state != .off { try? end(id, .turnOff) }
            throw error
        }
    }

    private func awaitReport(_ id: ContainerID, _ pipe: Descriptor, _ supervisor: ChildProcess) throws(ContainerError) {
        let end = monotonicSeconds() + configuration.startTimeout
        var bytes: [UInt8] = []
        do throws(SystemError) {
            while true {
                let left = end - monotonicSeconds()
                guard left > 0, try !Poll.wait(for: [(pipe.raw, .input)], timeout: left).isEmpty else {
                    throw SystemError(ETIMEDOUT, "wait for the container's supervisor")
                }
                guard let more = try readSome(pipe.raw, atMost: 65_536), bytes.count < 1 << 20 else { break }
                bytes += more
            }
        } catch {
            supervisor.signal(SIGKILL)
            supervisor.wait()
            try? supervise(id).unlock()
            throw ContainerError(
                "OperationTimeout", "It did not start within \(Int(configuration.startTimeout)) s.", cause: error.description)
        }
        guard let outcome = try? Document.decode(Supervisor.Report.self, bytes) else {
            let code = supervisor.wait(timeout: 5)
            let said = (try? Files.readText(root.runtime(id) + "/supervisor.log", limit: 1 << 20)) ?? ""
            try? supervise(id).unlock()
            throw ContainerError(
                "StartFailed", "Its supervisor ended before it was ready\(code.map { " (\($0))" } ?? "").",
                cause: said.isEmpty ? nil : String(said.suffix(2000)))
        }
        if let error = outcome.error {
            // It has cleaned up; its lock goes with its end.
            _ = supervisor.wait(timeout: 10)
            throw error
        }
    }

    /// Ends a container that is not off, and returns when its supervisor has gone. A supervisor that does not answer is killed.
    private func end(_ id: ContainerID, _ mode: StopMode) throws(ContainerError) {
        try failpoints.reach("stop", "before the request")
        var request = ControlMessage(.kill)
        var patience = 8.0
        if case .graceful(let seconds) = mode {
            request = ControlMessage(.stop)
            request.grace = max(0, min(seconds, 3600))
            patience += max(0, min(seconds, 3600))
            if runState(id).run?.processes.accelerator == Accelerator.tcg.rawValue {
                patience += UtilityVMSandbox.emulationGrace
            }
        }
        let deadline = monotonicSeconds() + patience
        var asked = false
        // One that is starting listens a moment later; one that is stopping no longer.
        while runState(id).state != .off {
            if let connection = try? UnixSocket.connect(root.runtime(id) + "/control") {
                try? request.send(over: connection.raw)
                if !asked { try failpoints.reach("stop", "before the answer") }
                asked = true
                let left = max(0.01, deadline - monotonicSeconds())
                _ = try? Poll.wait(for: [(connection.raw, .input)], timeout: left)
                // Whether it did it or said why not, its end tells; no answer leaves the loop by the deadline.
                if isGone(id, within: max(0.01, min(5, deadline - monotonicSeconds()))) { break }
            }
            if isGone(id, within: 0.02) { break }
            if monotonicSeconds() > deadline {
                killSupervisor(id)
                break
            }
        }
        try failpoints.reach("stop", "before the end")
        // Ended, but for its own tidying up.
        if !isGone(id, within: 30) { killSupervisor(id) }
        try supervise(id).unlock()
        reapSupervisors()
        try failpoints.reach("stop", "after the end")
    }

    private func isGone(_ id: ContainerID, within seconds: Double) -> Bool {
        guard isSupervised(id) else { return true }
        return (try? FileLock.lock(root.container(id) + "/supervisor.lock", timeout: seconds)) != nil
    }

    /// A supervisor that hangs, or was stopped by a signal.
    private func killSupervisor(_ id: ContainerID) {
        guard let run = (try? Document.load(RunRecord.self, from: store.runDocument(id))).flatMap({ $0 }),
            let process = ProcessHandle(run.supervisor)
        else { return }
        try? process.signal(SIGKILL)
        _ = process.waitEnd(timeout: 10)
    }
}
