import AgentProtocol
import LinuxSystem

/// What the agent's loop does to the machine, apart from talking. `CrunRuntime` is the one of a utility VM; a test's runs plain processes.
package protocol GuestRuntime: AnyObject {
    func configure(_ machine: MachineConfiguration) throws(AgentError)
    /// Mounts the container's root and starts its init.
    func start(_ bundle: BundleStart) throws(AgentError) -> LaunchedProcess
    /// Starts a further process in the container.
    func exec(_ process: ProcessStart) throws(AgentError) -> LaunchedProcess
    /// Starts a program that writes the writable layer to its standard output.
    func export() throws(AgentError) -> LaunchedProcess
    /// Processes that ended since the last call, with their exit codes. Never waits.
    func ended() -> [(pid: Int32, code: Int32)]
    func signal(_ pid: Int32, _ number: Int32)
    func sync()
    /// Unmounts whatever `start` or `export` mounted.
    func tearDown()
}

/// A process and this side's ends of its streams.
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

/// A request that failed: what goes to the host.
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
