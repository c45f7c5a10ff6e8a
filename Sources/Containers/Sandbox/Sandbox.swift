/// What runs one container's OCI bundle: the host's kernel through an OCI runtime, or a utility VM.
///
/// One value per start. It lives in the container's supervisor process, from the start until the end of the container's init. Both
/// implementations take the same bundle, so that a stopped container can change its runtime type.
package protocol Sandbox: Sendable {
    /// Runs the bundle's init. Returns when init is running, with the processes that the host can see of it.
    ///
    /// A failed start has undone whatever it did before it throws.
    func start() throws(ContainerError) -> SandboxProcesses
    /// Waits until the container's init has ended and says how.
    func wait() -> SandboxExit
    /// Asks init to end (SIGTERM) and, `grace` seconds later, ends it by force. Returns when it is gone.
    func stop(grace: Double) throws(ContainerError)
    /// Ends it by force (SIGKILL, or the power switch of a VM). Returns when it is gone.
    func kill() throws(ContainerError)
    /// Removes what the start made outside the bundle: cgroup, mounts, sockets, memory files. Safe to call twice.
    func cleanUp()
}

/// The host's view of a running sandbox.
package struct SandboxProcesses: Sendable, Codable {
    /// The container's init as the host numbers it; nil where the host's kernel does not run it.
    package var initPID: Int32?
    /// The utility VM's worker process (QEMU); nil for a shared kernel.
    package var workerPID: Int32?
    /// `KVM` or `TCG` for a utility VM; nil for a shared kernel.
    package var accelerator: String?

    package init(initPID: Int32? = nil, workerPID: Int32? = nil, accelerator: String? = nil) {
        self.initPID = initPID
        self.workerPID = workerPID
        self.accelerator = accelerator
    }
}

/// How a container's init ended.
package struct SandboxExit: Sendable, Codable {
    /// 0 to 255; 128 + the signal's number where a signal ended it.
    package var exitCode: Int32
    /// Why, where it was not init's own doing (the VM died, the runtime failed); nil otherwise.
    package var reason: String?

    package init(exitCode: Int32, reason: String? = nil) {
        self.exitCode = exitCode
        self.reason = reason
    }
}
