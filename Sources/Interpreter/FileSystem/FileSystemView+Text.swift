import Glibc
import LinuxSystem
import Values

extension FileSystemView {
    /// The text of a file without its byte order mark, which decides the encoding; UTF-8 where there is none. Invalid UTF-8 becomes
    /// U+FFFD.
    /// - Throws: `ValueError` with the path as the user sees it.
    public func readText(_ path: String) throws -> String {
        TextEncoding.decode(try readBytes(path), nil)
    }

    /// The bytes of a file.
    /// - Throws: `ValueError` with the path as the user sees it.
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

    /// The error for a file that could not be opened or read, from errno.
    /// - Parameter path: the path as the user sees it.
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
