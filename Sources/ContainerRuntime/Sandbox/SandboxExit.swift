import ContainerModel

/// How a container's init ended.
package struct SandboxExit: Sendable, Codable, Hashable {
    /// The exit code, 0 to 255; 128 + the signal's number where a signal ended init.
    package var exitCode: Int32
    /// Why init ended, where it did not end by itself (the VM died, the OCI runtime failed); nil otherwise.
    package var reason: String?

    /// How init ended.
    package init(exitCode: Int32, reason: String? = nil) {
        self.exitCode = exitCode
        self.reason = reason
    }
}
