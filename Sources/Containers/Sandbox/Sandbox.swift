import LinuxSystem

/// What runs one container's OCI bundle: the host's kernel through an OCI runtime, or a utility VM.
///
/// One value per start. It lives in the container's supervisor process, from the start until the end of the container's init. Both
/// implementations are made from the same `SandboxContext`, so that a stopped container can change its runtime type. `execute`, `stop`
/// and `kill` are called from any thread while another is in `wait`.
package protocol Sandbox: Sendable {
    /// Runs the bundle's init. Returns when init is running, with the processes that the host can see of it.
    ///
    /// A failed start has undone whatever it did before it throws.
    func start() throws(ContainerError) -> SandboxProcesses
    /// Waits until the container's init has ended and says how.
    func wait() -> SandboxExit
    /// Starts a further process beside init.
    ///
    /// The sandbox keeps `streams` open as long as it needs them and closes them then. Throws `ProgramNotFound` and the like where the
    /// program cannot be executed.
    func execute(_ process: ProcessSpecification, streams: ProcessStreams) throws(ContainerError) -> any SandboxProcess
    /// Asks init to end (SIGTERM) and, `grace` seconds later, ends it by force. Returns when it is gone.
    func stop(grace: Double) throws(ContainerError)
    /// Ends it by force (SIGKILL, or the power switch of a VM). Returns when it is gone.
    func kill() throws(ContainerError)
    /// False once init has ended, or the machine around it.
    var isRunning: Bool { get }
    /// The process that the container runs for; nil where that is init itself.
    var main: (any SandboxProcess)? { get }
    /// Removes what the start made outside the bundle: cgroup, mounts, sockets, memory files. Safe to call twice.
    func cleanUp()
}

extension Sandbox {
    package var main: (any SandboxProcess)? { nil }
}

/// The process's own ends of its streams, as the client that asked for it made them. Nil is /dev/null.
package struct ProcessStreams: Sendable {
    package var input: Descriptor?
    package var output: Descriptor?
    package var error: Descriptor?
    /// The process's descriptor 3: a connected stream socket.
    package var control: Descriptor?

    package init(input: Descriptor? = nil, output: Descriptor? = nil, error: Descriptor? = nil, control: Descriptor? = nil) {
        self.input = input
        self.output = output
        self.error = error
        self.control = control
    }

    /// Closes them here; until that is done nobody at the other end reads an end of file.
    package func close() {
        for stream in [input, output, error, control] { stream?.close() }
    }
}

/// A process that `Sandbox.execute` started. It belongs to the supervisor; the client has another handle of it at the end of a socket.
package protocol SandboxProcess: AnyObject, Sendable {
    /// Its number on the host; nil where the host's kernel does not run it.
    var hostPID: Int32? { get }
    /// Its number in the container, where that is known.
    var containerPID: Int32? { get }
    /// The client's end of its terminal (a pseudo-terminal's controller, or a stream socket that carries the same bytes); nil where none
    /// was asked for. The supervisor sends it to the client and closes it here.
    var terminal: Descriptor? { get }
    func resize(columns: UInt16, rows: UInt16)
    func signal(_ number: Int32)
    /// Waits for the end: 0 to 255, 128 + signal; 137 where the container ended under it. All that it printed has been written to its
    /// streams by then.
    func wait() -> Int32
}

/// The host's view of a running sandbox.
package struct SandboxProcesses: Sendable, Codable, Hashable {
    /// The container's init as the host numbers it; nil where the host's kernel does not run it.
    package var initPID: Int32?
    /// The utility VM's worker process (QEMU); nil for a shared kernel.
    package var workerPID: Int32?
    /// `KVM` or `TCG` for a utility VM; nil for a shared kernel.
    package var accelerator: String?
    /// The user that the worker process runs as; nil for a shared kernel.
    package var workerUser: UInt32?

    package init(initPID: Int32? = nil, workerPID: Int32? = nil, accelerator: String? = nil, workerUser: UInt32? = nil) {
        self.initPID = initPID
        self.workerPID = workerPID
        self.accelerator = accelerator
        self.workerUser = workerUser
    }
}

/// How a container's init ended.
package struct SandboxExit: Sendable, Codable, Hashable {
    /// 0 to 255; 128 + the signal's number where a signal ended it.
    package var exitCode: Int32
    /// Why, where it was not init's own doing (the VM died, the runtime failed); nil otherwise.
    package var reason: String?

    package init(exitCode: Int32, reason: String? = nil) {
        self.exitCode = exitCode
        self.reason = reason
    }
}
