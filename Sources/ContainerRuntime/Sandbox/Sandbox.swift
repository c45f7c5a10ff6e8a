import ContainerModel

/// What runs one container's OCI bundle: the host's kernel through an OCI runtime, or a utility VM.
///
/// One value per start. It lives in the container's supervisor process, from the start until the end of the container's init. Both
/// implementations are made from the same `SandboxContext`, so that a stopped container can change its runtime type. `execute`, `stop`
/// and `kill` are called from any thread while another is in `wait`.
package protocol Sandbox: Sendable {
    /// Runs the bundle's init. Returns when init is running, with the processes that the host can see of it.
    /// - Throws: `MountFailed`, `StartFailed`, or the codes of utility VMs. A start that fails undoes what it did before it throws.
    func start() throws(ContainerError) -> SandboxProcesses
    /// Waits until the container's init has ended and says how.
    func wait() -> SandboxExit
    /// Starts a further process beside init.
    /// - Parameter streams: the sandbox closes them when it no longer needs them.
    /// - Throws: `ProgramNotFound`, `ProgramNotExecutable` or `ProgramNotStarted`.
    func execute(_ process: ProcessSpecification, streams: ProcessStreams) throws(ContainerError) -> any SandboxProcess
    /// Sends init SIGTERM and, if it has not ended after `grace` seconds, ends it by force. Returns when init is gone.
    /// - Throws: `OperationTimeout` if init, or the VM's worker process, outlives that.
    func stop(grace: Double) throws(ContainerError)
    /// Ends init by force (SIGKILL, or the power switch of a VM). Returns when init is gone.
    /// - Throws: `OperationTimeout` if init, or the VM's worker process, outlives that.
    func kill() throws(ContainerError)
    /// False once init has ended, or the machine around it.
    var isRunning: Bool { get }
    /// The process that the container runs for; nil where that is init itself.
    var main: (any SandboxProcess)? { get }
    /// Removes what the start made outside the bundle: cgroup, mounts, sockets, memory files. Safe to call twice.
    func cleanUp()
}

extension Sandbox {
    /// Nil: the container runs for its init.
    package var main: (any SandboxProcess)? { nil }
}
