import ContainerModel
import Glibc
import LinuxSystem
import Synchronization

/// One run of a container, from the start to the end, in its supervisor.
final class SupervisedContainer: Sendable {
    private let root: StateRoot
    private let id: ContainerID
    private let networkNamespace: String?
    private let attachment: Attachment
    private let store: ContainerStore
    private let failpoints = Failpoints()

    private struct Run: Sendable {
        var sandbox: any Sandbox
        var server: ControlServer
        var record: RunRecord
        var network: HostNetwork?
        var switchName: String?
    }
    private let current = Mutex<Run?>(nil)

    init(root: StateRoot, id: ContainerID, networkNamespace: String?, attachment: Attachment) {
        self.root = root
        self.id = id
        self.networkNamespace = networkNamespace
        self.attachment = attachment
        store = ContainerStore(root)
    }

    private var folder: String { root.runtime(id) }

    /// Starts the container. A failed start has undone all it did, the last thing first.
    func start() throws(ContainerError) {
        var rollback = Rollback()
        do throws(ContainerError) {
            try start(&rollback)
        } catch {
            rollback.run()
            throw error
        }
    }

    private func start(_ rollback: inout Rollback) throws(ContainerError) {
        let folder = folder
        rollback.add { try? Folders.removeTree(folder) }
        guard let identity = ProcessIdentity(pid: getpid()) else {
            throw ContainerError("StartFailed", "The supervisor cannot read its own entry in /proc.")
        }
        guard let container = try store.load(id) else { throw .containerNotFound(id: id.text) }
        let image = try ImageStore(root).record(id: container.imageID)
        guard let prepared = try Document.load(PreparedRuntime.self, from: store.preparedDocument(id)) else {
            throw ContainerError(
                "StartFailed", "The document '\(store.preparedDocument(id))' is missing.", remedy: "Start the container again.",
                target: id.text)
        }
        try prepareProcess()
        var record = RunRecord(
            phase: .starting, supervisor: identity, started: bootSeconds(),
            runtimeType: container.runtimeType, executable: prepared.executableFolder)
        try Document.save(record, to: store.runDocument(id), durable: false)
        try failpoints.reach("supervise", "before the network")

        let factory = SandboxFactory(root: root, container: container, image: image, prepared: prepared)
        var network: HostNetwork?
        var namespace: Descriptor?
        if let switchName = container.switchName {
            let switches = SwitchStore(root)
            let lease = try switches.lease(id, on: switchName, existing: Set(try store.ids()))
            let cable = HostNetwork(store: switches, id: id)
            rollback.add { cable.disconnect(from: switchName) }
            network = cable
            switch container.runtimeType {
            case .default: (record.network, namespace) = try cable.connectNamespace(lease)
            case .hyperV: record.network = try cable.connectTap(lease)
            }
        }
        try failpoints.reach("supervise", "before the sandbox")
        let log = ContainerLog(path: root.container(id) + "/log").writer()
        let files = WritableFiles(root: root, store: store, failpoints: failpoints)
        let sandbox = try factory.make(network: record.network, log: log, attachment: attachment, files: files)
        rollback.add { sandbox.cleanUp() }
        record.processes = try sandbox.start()
        record.initProcess = record.processes.initPID.flatMap { ProcessIdentity(pid: $0) }
        record.started = bootSeconds()
        // Init is in the network namespace now, which keeps it alive without our descriptor.
        namespace?.close()
        record.network?.namespace = nil
        try failpoints.reach("supervise", "before the control socket")
        let socket = folder + "/control"
        let server = try ContainerError.wrap("The supervisor cannot listen.") { () throws(SystemError) in
            let server = try ControlServer(sandbox, path: socket)
            try server.start()
            return server
        }
        record.phase = .running
        try Document.save(record, to: store.runDocument(id), durable: false)
        try failpoints.reach("supervise", "before the report")
        let run = Run(sandbox: sandbox, server: server, record: record, network: network, switchName: container.switchName)
        current.withLock { $0 = run }
    }

    /// Makes this process the container's supervisor: orphans of the container become its children, its mounts are in a namespace of their
    /// own and go with it, and it is in the host's network namespace.
    private func prepareProcess() throws(ContainerError) {
        let namespace = networkNamespace
        try ContainerError.wrap("The supervisor cannot have mounts and children of its own.") { () throws(SystemError) in
            if let namespace { try Namespaces.enterNetwork(at: namespace) }
            try Namespaces.becomeSubreaper()
            try Namespaces.makeMounts()
        }
    }

    /// Waits for the end and cleans up after it.
    func run() {
        guard let run = current.withLock({ $0 }) else { return }
        stopOnSignal(run.sandbox)
        let exit = run.sandbox.wait()
        var record = run.record
        record.phase = .stopping
        try? Document.save(record, to: store.runDocument(id), durable: false)
        try? failpoints.reach("supervise", "after the end")
        run.server.finish(within: 2)
        run.sandbox.cleanUp()
        try? failpoints.reach("supervise", "after the sandbox")
        if let network = run.network, let switchName = run.switchName { network.disconnect(from: switchName) }
        try? failpoints.reach("supervise", "after the network")
        // The container's folder is gone where Remove-Container -Force was faster.
        if Files.isDirectory(root.container(id)) {
            let ended = ExitRecord(exitCode: exit.exitCode, reason: exit.reason, ended: wallSeconds())
            try? Document.save(ended, to: store.exitDocument(id), durable: false)
        }
        try? Folders.removeTree(folder)
    }

    /// True where the container asked to be removed when its main process ends (`docker run --rm`).
    var removesItself: Bool { (try? store.load(id))?.mainProcess?.removesContainer == true }

    /// SIGTERM and SIGINT to the supervisor stop the container, as a machine that is shut down sends them.
    private func stopOnSignal(_ sandbox: any Sandbox) {
        Signals.unblock([SIGTERM, SIGINT])
        guard let signals = try? Signals.descriptor(for: [SIGTERM, SIGINT]) else { return }
        _ = try? SystemThread.start {
            while (try? Poll.wait(for: [(signals.raw, .input)])) != nil {
                if let number = try? Signals.next(from: signals), number != 0 { try? sandbox.stop(grace: 10) }
            }
        }
    }
}
