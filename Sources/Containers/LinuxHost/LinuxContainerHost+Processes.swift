import LinuxSystem

extension LinuxContainerHost {
    public func execute(in id: ContainerID, _ process: ProcessSpecification) throws(ContainerError) -> any ContainerProcess {
        let container = try container(id)
        guard container.state == .running else { throw .notRunning(container) }
        guard let program = process.arguments.first, !program.isEmpty else {
            throw ContainerError("InvalidArgument", "No program is named.", target: id.text)
        }
        for text in process.arguments + process.environment where text.utf8.contains(0) { throw .zeroByte(container.name) }
        let folder = process.workingDirectory
        // A folder below /proc can be a descriptor of the runtime's, and with it the host's root.
        guard folder.hasPrefix("/"), !folder.utf8.contains(0), !folder.split(separator: "/").contains(".."),
            folder.split(separator: "/").first != "proc"
        else {
            throw ContainerError(
                "InvalidArgument", "'\(folder)' is no working folder.", remedy: "Give an absolute path outside /proc.",
                target: id.text)
        }
        var specification = process
        specification.environment = try environment(of: id, process)
        do {
            return try RemoteProcess(specification, socket: root.runtime(id) + "/control")
        } catch {
            // It may have ended meanwhile: that is the better reason.
            if let now = snapshot(id), now.state != .running { throw .notRunning(now) }
            throw error
        }
    }

    /// The image's and the container's variables, then the process's own, a later one replacing an earlier.
    private func environment(of id: ContainerID, _ process: ProcessSpecification) throws(ContainerError) -> [String] {
        var pairs: [String] = []
        if let record = try store.load(id) {
            pairs =
                ((try? imageStore.record(id: record.imageID))?.environment ?? []) + ["HOSTNAME=\(record.computerName)"]
                + record.environment
        }
        if process.terminal { pairs.append("TERM=xterm") }
        var result: [String] = []
        var positions: [Substring: Int] = [:]
        for pair in pairs + process.environment {
            let name = pair.prefix { $0 != "=" }
            if let position = positions[name] {
                result[position] = pair
            } else {
                positions[name] = result.count
                result.append(pair)
            }
        }
        return result
    }

    public func hostProcessIDs(of id: ContainerID) throws(ContainerError) -> [Int32: Int32] {
        guard let container = snapshot(id) else { throw .containerNotFound(id: id.text) }
        guard container.state == .running, let initProcess = runState(id).run?.initProcess, initProcess.isAlive,
            let namespace = ProcessTable.namespace("pid", of: initProcess.pid)
        else { return [:] }
        var result: [Int32: Int32] = [:]
        for pid in ProcessTable.pids() where ProcessTable.namespace("pid", of: pid) == namespace {
            if let inside = ProcessStatus.read(pid: pid)?.namespacePIDs.last { result[inside] = pid }
        }
        return result
    }

    public func container(ofHostProcess pid: Int32) -> ContainerID? {
        let namespace = ProcessTable.namespace("pid", of: pid)
        return runs().first { _, run in
            if run.processes.workerPID == pid { return true }
            guard let namespace, let initProcess = run.initProcess, initProcess.isAlive else { return false }
            return ProcessTable.namespace("pid", of: initProcess.pid) == namespace
        }?.id
    }

    public func container(ofWorkerUser user: UInt32) -> ContainerID? {
        runs().first { $0.run.processes.workerUser == user }?.id
    }

    public func workerProcesses() -> [ContainerID: Int32] {
        var result: [ContainerID: Int32] = [:]
        for (id, run) in runs() { result[id] = run.processes.workerPID }
        return result
    }
}
