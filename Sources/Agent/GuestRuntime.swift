import AgentProtocol
import LinuxSystem

/// What the agent's loop does to the machine. `CrunRuntime` does it in a utility VM; in tests an implementation runs plain
/// processes.
package protocol GuestRuntime: AnyObject {
    /// Sets the clock, host name, entropy and network.
    /// - Throws: `AgentError` that names the step that failed.
    func configure(_ machine: MachineConfiguration) throws(AgentError)
    /// Mounts the container's root and starts its init.
    /// - Throws: `AgentError` with the text of crun or the step that failed; nothing stays mounted.
    func start(_ bundle: BundleStart) throws(AgentError) -> LaunchedProcess
    /// Starts a further process in the container.
    /// - Throws: `AgentError` with the text of crun or the step that failed.
    func exec(_ process: ProcessStart) throws(AgentError) -> LaunchedProcess
    /// Starts a program that writes the writable layer as a tar archive to its standard output.
    /// - Throws: `AgentError` that names the step that failed; nothing stays mounted.
    func export() throws(AgentError) -> LaunchedProcess
    /// The processes that have ended since the last call, with their exit codes (128 plus the signal for a killed one). Never
    /// waits.
    func ended() -> [(pid: Int32, code: Int32)]
    /// Sends a signal; a process that has ended is ignored.
    func signal(_ pid: Int32, _ number: Int32)
    /// Writes the file systems' data to the disks.
    func sync()
    /// Unmounts what `start` or `export` mounted.
    func tearDown()
}

/// A process that was started, with the agent's ends of its streams.
package struct LaunchedProcess {
    /// The guest kernel's number.
    package var pid: Int32
    /// The agent's ends of the process's streams.
    package var ends: [StreamIdentifier.End: Descriptor]

    /// A process that runs.
    package init(pid: Int32, ends: [StreamIdentifier.End: Descriptor] = [:]) {
        self.pid = pid
        self.ends = ends
    }
}

/// The failure of a request. Its text is sent to the host.
package struct AgentError: Error, Sendable, CustomStringConvertible {
    /// What goes to the host.
    package var failure: RuntimeFailure

    /// A failure of crun.
    package init(_ failure: RuntimeFailure) { self.failure = failure }

    /// A failure with a text of the agent's own.
    package init(_ message: String) { failure = RuntimeFailure(message) }

    /// A failure of a system call.
    package init(_ error: SystemError) { failure = RuntimeFailure(error.description) }

    /// The failure's message.
    package var description: String { failure.message }
}
