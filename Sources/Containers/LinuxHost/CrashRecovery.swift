import LinuxSystem

/// Cleans up after a supervisor that was killed: processes, control groups, mounts, devices, and the runtime folder. The caller holds the
/// container's supervisor lock, so that no other is at work.
struct CrashRecovery: Sendable {
    let root: StateRoot
    let store: ContainerStore
    let switches: SwitchStore

    /// Does nothing where the last run has tidied up itself.
    func run(_ id: ContainerID) {
        guard Files.isDirectory(root.runtime(id)) else { return }
        let run = (try? Document.load(RunRecord.self, from: store.runDocument(id))).flatMap { $0 }
        let record = (try? store.load(id)).flatMap { $0 }
        let files = root.container(id) + "/files"
        var context = SandboxContext(
            id: id.text, name: record?.name ?? "", hostName: "", bundle: root.runtime(id) + "/bundle",
            runtimeFolder: root.runtime(id) + "/sandbox", stateRoot: root.path, executableFolder: run?.executable ?? "",
            layers: .folders(lower: [], upper: files + "/upper", work: files + "/work"))
        SharedKernelSandbox.cleanUp(context, id)
        if run?.runtimeType == .hyperV || record?.runtimeType == .hyperV {
            context.layers = .disks(image: "", writable: root.container(id) + "/writable.ext4")
            UtilityVMSandbox(context).cleanUp()
            // Its worker dies with its supervisor; one that was only just started may not have been told to yet.
            if let worker = run?.processes.workerPID, let user = run?.processes.workerUser,
                ProcessStatus.read(pid: worker)?.users.first == user, let process = try? ProcessHandle(worker) {
                try? process.signal(9)
                _ = process.waitEnd(timeout: 5)
            }
        }
        if let name = record?.switchName {
            HostNetwork(store: switches, id: id).disconnect(from: name)
        } else if record == nil {
            // Its document cannot say which switch it was on.
            for name in ((try? switches.switches()) ?? []).map(\.name) { HostNetwork(store: switches, id: id).disconnect(from: name) }
        }
        if let run, run.phase != .starting, record != nil {
            let ended = ExitRecord(exitCode: 137, reason: "Its supervisor ended unexpectedly.", ended: wallSeconds())
            try? Document.save(ended, to: store.exitDocument(id), durable: false)
        }
        try? Folders.removeTree(root.runtime(id))
    }
}
