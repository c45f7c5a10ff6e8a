import LinuxSystem

/// `run.json` in the runtime folder, written by the supervisor: it need not outlive the machine's run.
package struct RunRecord: Sendable, Codable, Hashable {
    /// How far the supervisor is with the run.
    package enum Phase: String, Sendable, Codable {
        case starting, running, stopping
    }

    /// What the supervisor does now.
    package var phase: Phase
    /// The supervisor's own process, which a shell can kill where it hangs.
    package var supervisor: ProcessIdentity
    /// What the host sees of the container.
    package var processes: SandboxProcesses
    /// Of the init that `processes` names; nil for a utility VM.
    package var initProcess: ProcessIdentity?
    /// Seconds of the clock since the machine's start.
    package var started: Double
    /// Its place on its switch; nil without one.
    package var network: NetworkAttachment?
    /// The type that this run began with.
    package var runtimeType: RuntimeType
    /// The folder of `executables` that is mounted in it.
    package var executable: String

    /// The document of a run that begins.
    /// - Parameters:
    ///   - started: seconds of the clock since the machine's start.
    ///   - executable: the folder of `executables` that is mounted in it.
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
