import Glibc
import LinuxSystem
import Values

extension FileSystemView {
    /// A whole text file, its byte order mark left out. Bytes that are no UTF-8 become U+FFFD.
    /// - Throws: a `ValueError` that names the path as the user wrote it.
    public func readText(_ path: String) throws -> String {
        TextEncoding.decode(try readBytes(path), nil)
    }

    public func readBytes(_ path: String) throws -> [UInt8] {
        let host = hostPath(path)
        let descriptor = open(host, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(display(host)) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count > 0 {
                bytes += buffer[..<count]
            } else if count == 0 {
                return bytes
            } else if errno != EINTR {
                throw Self.failure(display(host))
            }
        }
    }

    /// The error of a file that could not be opened, from errno.
    /// - Parameter path: as users see it.
    public static func failure(_ path: String) -> ValueError {
        let reason = errno
        switch reason {
        case ENOENT, ENOTDIR:
            return ValueError(
                "Cannot find path '\(path)' because it does not exist.", id: "PathNotFound",
                exception: "System.Management.Automation.ItemNotFoundException", category: "ObjectNotFound")
        case EACCES, EPERM:
            return ValueError(
                "Access to the path '\(path)' is denied.", id: "UnauthorizedAccess",
                exception: "System.UnauthorizedAccessException",
                category: "PermissionDenied")
        default:
            return ValueError(
                "Cannot use '\(path)': \(String(cString: strerror(reason))).", id: "FileError", exception: "System.IO.IOException",
                category: "OpenError")
        }
    }
}
