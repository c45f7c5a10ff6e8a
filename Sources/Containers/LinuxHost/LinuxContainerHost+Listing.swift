import ContainerModel
import ContainerRuntime
import LinuxSystem

extension LinuxContainerHost {
    public func containers() throws(ContainerError) -> [Container] {
        reapSupervisors()
        return try store.ids().compactMap { snapshot($0) }
    }

    public func container(_ id: ContainerID) throws(ContainerError) -> Container {
        guard let container = snapshot(id) else { throw .containerNotFound(id: id.text) }
        return container
    }

    public func computeProcesses() throws(ContainerError) -> [ComputeProcess] {
        try containers().filter { $0.state != .off && $0.state != .damaged }.map {
            ComputeProcess(id: $0.id.upperCased, name: $0.name)
        }
    }

    /// The container as its documents and its supervisor's lock describe it; nil where it has been removed. Takes no lock and changes
    /// nothing.
    func snapshot(_ id: ContainerID) -> Container? {
        let record: ContainerRecord
        do throws(ContainerError) {
            guard let found = try store.load(id) else { return nil }
            record = found
        } catch {
            // Removed between the listing and here?
            guard Files.isDirectory(root.container(id)) else { return nil }
            return Container(
                id: id, name: String(id.digits.prefix(12)), state: .damaged, parentImageName: "", reason: error.description)
        }
        var container = Container(
            id: id, name: record.name, parentImageName: record.imageName, parentImageID: record.imageID,
            runtimeType: record.runtimeType,
            switchName: record.switchName, created: record.created, command: record.command, mainProcess: record.mainProcess,
            computerName: record.computerName, memory: record.memory)
        let (state, run) = runState(id)
        container.state = state
        if let run, state == .running || state == .stopping {
            container.uptime = max(0, bootSeconds() - run.started)
            container.accelerator = run.processes.accelerator
            if let address = run.network?.address { container.addresses = [address] }
        }
        if state == .off, let exit = (try? Document.load(ExitRecord.self, from: store.exitDocument(id))).flatMap({ $0 }) {
            container.ended = exit.ended
            container.exitCode = exit.exitCode
            container.reason = exit.reason
        }
        return container
    }

    /// A container's state. The supervisor's lock decides, not run.json, which a supervisor that was killed leaves behind.
    func runState(_ id: ContainerID) -> (state: ContainerState, run: RunRecord?) {
        guard Files.isDirectory(root.runtime(id)), isSupervised(id) else { return (.off, nil) }
        guard let run = (try? Document.load(RunRecord.self, from: store.runDocument(id))).flatMap({ $0 }) else {
            return (.starting, nil)
        }
        switch run.phase {
        case .starting: return (.starting, run)
        case .running: return (.running, run)
        case .stopping: return (.stopping, run)
        }
    }

    func isSupervised(_ id: ContainerID) -> Bool {
        FileLock.isHeld(root.container(id) + "/supervisor.lock")
    }

    /// The running containers with their processes that the host sees.
    func runs() -> [(id: ContainerID, run: RunRecord)] {
        ((try? store.ids()) ?? []).compactMap { id in
            let (state, run) = runState(id)
            guard state == .running, let run else { return nil }
            return (id, run)
        }
    }
}
