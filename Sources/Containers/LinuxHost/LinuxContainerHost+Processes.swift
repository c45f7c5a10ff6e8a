import ContainerModel
import ContainerRuntime
import LinuxSystem

extension LinuxContainerHost {
    public func execute(in id: ContainerID, _ process: ProcessSpecification) throws(ContainerError) -> any ContainerProcess {
        let container = try container(id)
        guard container.state == .running else { throw .notRunning(container) }
        guard let program = process.arguments.first, !program.isEmpty else {
            throw ContainerError("InvalidArgument", "No program is named.", target: id.text)
        }
        for text in process.arguments + process.environment where text.utf8.contains(0) { throw .zeroByte(container.name) }
        try ContainerRules.checkWorkingDirectory(process.workingDirectory, target: id.text)
        var specification = process
        if let record = try store.load(id) {
            specification.environment = record.environment(for: process, image: try? imageStore.record(id: record.imageID))
        }
        do {
            return try RemoteProcess(specification, socket: root.runtime(id) + "/control")
        } catch {
            // If the container has ended meanwhile, ContainerNotRunning tells the user more than the failed connection.
            if let now = snapshot(id), now.state != .running { throw .notRunning(now) }
            throw error
        }
    }

    public func output(of id: ContainerID) throws(ContainerError) -> [ContainerOutput] {
        guard snapshot(id) != nil else { throw .containerNotFound(id: id.text) }
        return ContainerLog(path: root.container(id) + "/log").entries()
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
