import ContainerModel
import Glibc
import LinuxSystem

/// Cleans up after a supervisor that was killed: processes, control groups, mounts, devices, and the runtime folder. The caller holds the
/// container's supervisor lock, so that no other is at work.
package struct CrashRecovery: Sendable {
    /// The state root.
    package let root: StateRoot
    /// Its containers.
    package let store: ContainerStore
    /// Its switches.
    package let switches: SwitchStore

    /// Recovery of a state root's containers.
    package init(root: StateRoot, store: ContainerStore, switches: SwitchStore) {
        self.root = root
        self.store = store
        self.switches = switches
    }

    /// Does nothing where the last run's supervisor has removed the runtime folder itself.
    package func run(_ id: ContainerID) {
        guard Files.isDirectory(root.runtime(id)) else { return }
        let run = (try? Document.load(RunRecord.self, from: store.runDocument(id))).flatMap { $0 }
        let record = (try? store.load(id)).flatMap { $0 }
        let files = root.container(id) + "/files"
        let context = SandboxContext(
            id: id.text, name: record?.name ?? "", hostName: "", bundle: root.runtime(id) + "/bundle",
            runtimeFolder: root.runtime(id) + "/sandbox", executableFolder: run?.executable ?? "",
            layers: .folders(lower: [], upper: files + "/upper", work: files + "/work"))
        SharedKernelSandbox.cleanUp(context, id)
        if run?.runtimeType == .hyperV || record?.runtimeType == .hyperV {
            killProcesses(of: WorkerProcess.user(of: id.text))
        }
        if let name = record?.switchName {
            HostNetwork(store: switches, id: id).disconnect(from: name)
        } else if record == nil {
            // The container has no readable document, so that its switch is not known: try every switch.
            for name in ((try? switches.switches()) ?? []).map(\.name) {
                HostNetwork(store: switches, id: id).disconnect(from: name)
            }
        }
        if let run, run.phase != .starting, record != nil {
            let ended = ExitRecord(exitCode: 137, reason: "Its supervisor ended unexpectedly.", ended: wallSeconds())
            try? Document.save(ended, to: store.exitDocument(id), durable: false)
        }
        try? Folders.removeTree(root.runtime(id))
    }

    /// A utility VM's worker is to die with its supervisor; one that was being started may not have heard of it yet. The user is this
    /// container's alone.
    private func killProcesses(of user: UInt32) {
        for pid in ProcessTable.pids() {
            guard let process = try? ProcessHandle(pid), ProcessStatus.read(pid: pid)?.users.first == user else { continue }
            try? process.signal(SIGKILL)
            _ = process.waitEnd(timeout: 5)
        }
    }
}
