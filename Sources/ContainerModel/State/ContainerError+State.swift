import Glibc
import LinuxSystem

extension ContainerError {
    /// An error of the file system below the state root.
    package static func state(_ error: SystemError, _ message: String, target: String? = nil) -> ContainerError {
        let remedy: String?
        switch error.number {
        case EACCES, EPERM:
            remedy = geteuid() == 0 ? nil : "Run as root: containers need mounts, namespaces and cgroups."
        case ENOSPC: remedy = "Free some space on that file system."
        case EROFS: remedy = "Choose another state root with -StateRoot or BULKHEAD_STATE_ROOT."
        default: remedy = nil
        }
        let code: Code = error.number == EACCES || error.number == EPERM ? "NotPrivileged" : "StateUnavailable"
        return ContainerError(code, message, remedy: remedy, cause: error.description, target: target)
    }

    /// Calls `body`, and turns its system error into a `ContainerError` that says what failed.
    /// - Parameter message: what failed, a whole sentence.
    /// - Throws: `NotPrivileged` for EACCES and EPERM, else `StateUnavailable`.
    package static func wrap<T>(_ message: @autoclosure () -> String, _ body: () throws(SystemError) -> T) throws(ContainerError)
        -> T
    {
        do {
            return try body()
        } catch {
            throw .state(error, message())
        }
    }
}
