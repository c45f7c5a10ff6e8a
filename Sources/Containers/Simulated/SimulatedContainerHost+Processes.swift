import ContainerModel
import Glibc
import LinuxSystem
import Synchronization

/// What runs on the simulated host, and what is run in its containers.
extension SimulatedContainerHost {
    /// What runs inside a running container, or, for nil, on the host.
    /// - Parameter isListing: the recording moves on; false only looks.
    package func processes(in container: ContainerID?, isListing: Bool = true) -> [SimulatedProcess] {
        state.withLock { $0.processes.list(in: container, movesOn: isListing) }
    }

    /// Ends a process, as Windows and this engine's other hosts do: what the system needs cannot be ended, a container ends with its
    /// csrss, and a utility VM with its worker.
    ///
    /// - Parameters:
    ///   - container: where the number is from; nil for the host.
    ///   - force: at once, and not by asking.
    ///   - asAdministrator: false for a session's unprivileged user.
    /// - Throws: `ProcessNotFound`; `NotPrivileged` for a process of the system, or for a user who is no administrator.
    package func stopProcess(
        _ number: Int32, in container: ContainerID?, force: Bool, asAdministrator: Bool = true
    ) throws(ContainerError) {
        guard let process = processes(in: container, isListing: false).first(where: { $0.id == number }) else {
            throw ContainerError("ProcessNotFound", "There is no process with the number \(number).", target: String(number))
        }
        guard let owner = process.container, asAdministrator else {
            throw ContainerError("NotPrivileged", "Access is denied", target: String(number))
        }
        let isWorker = container == nil && workerProcesses()[owner] == number
        try end(
            owner, exitCode: isWorker || force ? 128 + SIGKILL : 0, reason: isWorker ? "Its worker process was ended." : nil)
    }

    public func computeProcesses() throws(ContainerError) -> [ComputeProcess] {
        try containers().filter { $0.state != .off }.map { ComputeProcess(id: $0.id.upperCased, name: $0.name) }
    }

    public func stopComputeProcess(_ id: String) throws(ContainerError) {
        let running = try containers().filter { $0.state != .off && $0.id.matches(prefix: id) }
        guard let found = running.first else { throw .computeProcessNotFound(id) }
        guard running.count == 1 else { throw .idAmbiguous(id, running) }
        try stopContainer(found.id, .turnOff)
    }

    public func execute(in id: ContainerID, _ process: ProcessSpecification) throws(ContainerError) -> any ContainerProcess {
        try run(in: id) { container throws(ContainerError) in try SimulatedCommandPrompt.start(process, in: container) }
    }

    /// Runs a program of this machine in place of a process of the container.
    /// - Throws: `ContainerNotFound`, `ContainerNotRunning`; `NotPrivileged` or `StateUnavailable` if the program cannot be started.
    package func execute(
        in id: ContainerID, _ process: ProcessSpecification, playedBy program: String
    ) throws(ContainerError) -> any ContainerProcess {
        try run(in: id) { _ throws(ContainerError) in
            do throws(SystemError) {
                return try LocalProcess(program, process)
            } catch {
                throw .state(error, "'\(process.arguments.first ?? "")' cannot be started.")
            }
        }
    }

    private func run(
        in id: ContainerID, _ start: (Container) throws(ContainerError) -> any ContainerProcess
    ) throws(ContainerError) -> any ContainerProcess {
        let container = try container(id)
        guard container.state == .running else { throw .notRunning(container) }
        let process = try start(container)
        let isRunning = state.withLock { state in
            guard state.containers[id]?.started != nil else { return false }
            state.containers[id]?.guests.removeAll { $0.process == nil }
            state.containers[id]?.guests.append(Guest(process: process))
            return true
        }
        guard isRunning else {
            process.close()
            throw .notRunning(container)
        }
        return process
    }

    public func output(of id: ContainerID) throws(ContainerError) -> [ContainerOutput] {
        guard let entry = state.withLock({ $0.containers[id] }) else { throw .containerNotFound(id: id.text) }
        return entry.output
    }

    func append(_ output: ContainerOutput, to id: ContainerID) {
        state.withLock { state in
            state.containers[id]?.output.append(output)
            if let count = state.containers[id]?.output.count, count > Self.keptOutput {
                state.containers[id]?.output.removeFirst(count - Self.keptOutput)
            }
        }
    }

    // MARK: Files

    /// The folder of this machine that holds the files of the host's drive `C:`. Made at the first call.
    /// - Throws: `NotPrivileged` or `StateUnavailable` if the folder cannot be made.
    package func hostDrive() throws(ContainerError) -> String { try files.hostDrive() }

    /// The folder of this machine that holds the files of a container's drive `C:`. Made at the first call.
    /// - Throws: `ContainerNotFound`; `NotPrivileged` or `StateUnavailable` if the folder cannot be made.
    package func drive(of id: ContainerID) throws(ContainerError) -> String { try files.drive(of: try container(id)) }

    /// Removes the folders behind all drives. The host must not be used any more.
    package func removeFiles() { files.removeAll() }

    public func hostProcessIDs(of id: ContainerID) throws(ContainerError) -> [Int32: Int32] {
        _ = try container(id)
        return state.withLock { $0.processes.hostIDs(of: id) }
    }

    public func container(ofHostProcess pid: Int32) -> ContainerID? { state.withLock { $0.processes.container(of: pid) } }

    public func container(ofWorkerUser user: UInt32) -> ContainerID? { nil }

    public func workerProcesses() -> [ContainerID: Int32] {
        state.withLock { state in
            var result: [ContainerID: Int32] = [:]
            for id in state.containers.keys { result[id] = state.processes.worker(of: id) }
            return result
        }
    }
}
