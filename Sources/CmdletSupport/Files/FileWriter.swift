import CmdletKit
import Glibc
import Values

/// A file that text or bytes are written to through a buffer of 64 KiB. Released without `close()`, it writes what is buffered and
/// drops the error.
package final class FileWriter {
    private let descriptor: Int32
    private let path: String
    private let encoding: TextEncoding
    private var buffer: [UInt8] = []
    private var isOpen = true
    private static let bufferSize = 1 << 16

    /// Opens or creates the file, truncates it unless `append` is set, and begins an empty one with the encoding's byte order mark.
    /// - Parameters:
    ///   - shownAs: the path as the user wrote it, for errors.
    ///   - noClobber: fail if the file exists; without effect beside `append`.
    ///   - force: if access is denied, set the mode 0644 and try once more.
    /// - Throws: `ValueError` (NoClobber or FileOpenFailure).
    package init(
        _ hostPath: String, shownAs path: String, append: Bool = false, noClobber: Bool = false, force: Bool = false,
        encoding: TextEncoding = .utf8NoBOM
    ) throws {
        var flags = O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : O_TRUNC)
        if noClobber, !append { flags |= O_EXCL }
        var opened = open(hostPath, flags, 0o666)
        if opened < 0, errno == EACCES, force, chmod(hostPath, 0o644) == 0 { opened = open(hostPath, flags, 0o666) }
        guard opened >= 0 else { throw Self.failure(path, errno) }
        descriptor = opened
        self.path = path
        self.encoding = encoding
        var status = stat()
        if fstat(opened, &status) == 0, status.st_size == 0 { buffer = encoding.preamble }
    }

    private static func failure(_ path: String, _ reason: Int32) -> ValueError {
        switch reason {
        case EEXIST:
            ValueError(
                "The file '\(path)' already exists.", id: "NoClobber", exception: "System.IO.IOException",
                category: "ResourceExists")
        case ENOENT, ENOTDIR:
            ValueError(
                "Could not find a part of the path '\(path)'.", id: "FileOpenFailure",
                exception: "System.IO.DirectoryNotFoundException", category: "OpenError")
        case EACCES, EPERM, EROFS:
            ValueError(
                "Access to the path '\(path)' is denied.", id: "FileOpenFailure", exception: "System.UnauthorizedAccessException",
                category: "PermissionDenied")
        default:
            ValueError(
                "Cannot write '\(path)': \(String(cString: strerror(reason))).", id: "FileOpenFailure",
                exception: "System.IO.IOException", category: "OpenError")
        }
    }

    /// Writes text in the file's encoding.
    /// - Throws: `ValueError` (FileOpenFailure) if a full buffer cannot be written.
    package func write(_ text: String) throws {
        switch encoding {
        case .utf8, .utf8BOM, .utf8NoBOM: buffer += text.utf8
        default: buffer += encoding.bytes(text)
        }
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// Writes bytes as they are.
    /// - Throws: `ValueError` (FileOpenFailure) if a full buffer cannot be written.
    package func write(bytes: [UInt8]) throws {
        buffer += bytes
        if buffer.count >= Self.bufferSize { try flush() }
    }

    private func flush() throws {
        var start = 0
        while start < buffer.count {
            let count = buffer[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw Self.failure(path, errno)
            }
            start += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes what is buffered and closes the file; a second call does nothing.
    /// - Throws: `ValueError` (FileOpenFailure) if the buffer cannot be written. The file stays open then.
    package func close() throws {
        guard isOpen else { return }
        try flush()
        isOpen = false
        Glibc.close(descriptor)
    }

    deinit {
        guard isOpen else { return }
        try? flush()
        Glibc.close(descriptor)
    }
}
