import ContainerModel
import ContainerRuntime
import Glibc
import LinuxSystem

extension LinuxContainerHost {
    /// Ends a container that is not off, and returns when its supervisor has gone. A supervisor that does not answer is killed.
    func end(_ id: ContainerID, _ mode: StopMode) throws(ContainerError) {
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
        // Retry: a supervisor that is still starting has not opened its control socket yet, and one that is stopping has closed it.
        while runState(id).state != .off {
            if let connection = try? UnixSocket.connect(root.runtime(id) + "/control") {
                try? request.send(over: connection.raw)
                if !asked { try failpoints.reach("stop", "before the answer") }
                asked = true
                let left = max(0.01, deadline - monotonicSeconds())
                _ = try? Poll.wait(for: [(connection.raw, .input)], timeout: left)
                // The answer is not read: only the end of the supervisor says that the container is off. Without one the deadline ends the loop.
                if isGone(id, within: max(0.01, min(5, deadline - monotonicSeconds()))) { break }
            }
            if isGone(id, within: 0.02) { break }
            if monotonicSeconds() > deadline {
                killSupervisor(id)
                break
            }
        }
        try failpoints.reach("stop", "before the end")
        // The container has ended; its supervisor may still be cleaning up.
        if !isGone(id, within: 30) { killSupervisor(id) }
        try supervise(id).unlock()
        reapSupervisors()
        try failpoints.reach("stop", "after the end")
    }

    private func isGone(_ id: ContainerID, within seconds: Double) -> Bool {
        guard isSupervised(id) else { return true }
        return (try? FileLock.lock(root.container(id) + "/supervisor.lock", timeout: seconds)) != nil
    }

    /// Kills a supervisor that hangs, or was stopped by a signal.
    private func killSupervisor(_ id: ContainerID) {
        guard let run = (try? Document.load(RunRecord.self, from: store.runDocument(id))).flatMap({ $0 }),
            let process = ProcessHandle(run.supervisor)
        else { return }
        try? process.signal(SIGKILL)
        _ = process.waitEnd(timeout: 10)
    }
}
