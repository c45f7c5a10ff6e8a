import ContainerModel
import ContainerRuntime
import Glibc
import LinuxSystem

extension LinuxContainerHost {
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

    /// The client that is attached to the main process of a container that is being started.
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

    /// Starts the supervisor and waits for what it reports.
    private func launch(
        _ id: ContainerID, _ supervision: FileLock, _ client: (ContainerRecord) throws(ContainerError) -> Client?
    ) throws(ContainerError) {
        guard var record = try store.load(id) else { throw .containerNotFound(id: id.text) }
        let client = try client(record)
        try failpoints.reach("start", "before the files")
        // The files were prepared when the container was made. Check them again: this program, the kernel or the OCI runtime may have
        // changed since.
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
        // From here on only the supervisor holds the supervisor's lock.
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
            // The supervisor has undone its start. Its lock goes with its process: wait for that, so that the next start finds it free.
            _ = supervisor.wait(timeout: 10)
            throw error
        }
    }
}
