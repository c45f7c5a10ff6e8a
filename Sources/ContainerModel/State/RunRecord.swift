import LinuxSystem

/// `run.json` in the runtime folder, written by the supervisor: it need not outlive the machine's run.
package struct RunRecord: Sendable, Codable, Hashable {
    package enum Phase: String, Sendable, Codable {
        case starting, running, stopping
    }

    package var phase: Phase
    package var supervisor: ProcessIdentity
    package var processes: SandboxProcesses
    /// Of the init that `processes` names; nil for a utility VM.
    package var initProcess: ProcessIdentity?
    /// Seconds of the clock since the machine's start.
    package var started: Double
    package var network: NetworkAttachment?
    package var runtimeType: RuntimeType
    /// The folder of `executables` that is mounted in it.
    package var executable: String

    package init(
        phase: Phase, supervisor: ProcessIdentity, processes: SandboxProcesses = SandboxProcesses(), started: Double,
        runtimeType: RuntimeType, executable: String
    ) {
        self.phase = phase
        self.supervisor = supervisor
        self.processes = processes
        self.started = started
        self.runtimeType = runtimeType
        self.executable = executable
    }
}
