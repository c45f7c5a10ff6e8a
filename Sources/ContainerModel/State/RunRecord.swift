import LinuxSystem

/// `run.json` in the runtime folder, written by the supervisor. It need not outlive a reboot of the machine.
package struct RunRecord: Sendable, Codable, Hashable {
    /// How far the supervisor is with the run.
    package enum Phase: String, Sendable, Codable {
        case starting, running, stopping
    }

    /// The supervisor's current phase.
    package var phase: Phase
    /// The supervisor's process, which a shell kills if the supervisor hangs.
    package var supervisor: ProcessIdentity
    /// The container's processes that the host sees.
    package var processes: SandboxProcesses
    /// The start time of the init that `processes` names; nil for a utility VM.
    package var initProcess: ProcessIdentity?
    /// When the run began, in seconds since the machine's boot.
    package var started: Double
    /// The container's connection to its switch; nil for a container without a switch.
    package var network: NetworkAttachment?
    /// The runtime type that this run began with.
    package var runtimeType: RuntimeType
    /// The folder below `executables` that is mounted in the container.
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
