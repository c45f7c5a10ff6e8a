import ContainerModel

/// How a container's init ended.
package struct SandboxExit: Sendable, Codable, Hashable {
    /// 0 to 255; 128 + the signal's number where a signal ended it.
    package var exitCode: Int32
    /// Why, where it was not init's own doing (the VM died, the runtime failed); nil otherwise.
    package var reason: String?

    /// How init ended.
    package init(exitCode: Int32, reason: String? = nil) {
        self.exitCode = exitCode
        self.reason = reason
    }
}
