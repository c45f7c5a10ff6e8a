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

    /// What a sandbox reports of its start.
    package init(initPID: Int32? = nil, workerPID: Int32? = nil, accelerator: String? = nil, workerUser: UInt32? = nil) {
        self.initPID = initPID
        self.workerPID = workerPID
        self.accelerator = accelerator
        self.workerUser = workerUser
    }
}
