import CLinux
import Glibc

/// An advisory lock on a file (flock(2)). It is held until `unlock()` or until the last reference goes; the kernel releases it when
/// the process ends.
///
/// Not fcntl's record locks: they belong to the process, so two threads of a shell would share one, and closing any descriptor of
/// the file would release it.
package final class FileLock: Sendable {
    private let file: Descriptor

    private init(_ file: Descriptor) { self.file = file }

    /// Locks the file at a path, which is created if missing.
    /// - Parameters:
    ///   - shared: whether others may hold shared locks at the same time.
    ///   - timeout: the longest wait in seconds; nil to wait for ever.
    /// - Throws: `ETIMEDOUT` on a timeout, `ENOENT` if the file's folder was removed meanwhile, or the error of the call that
    ///   failed.
    package static func lock(_ path: String, shared: Bool = false, timeout: Double? = nil) throws(SystemError) -> FileLock {
        while true {
            let file = try Descriptor.open(path, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600)
            try take(file, path, shared ? LOCK_SH : LOCK_EX, timeout)
            // The file may have been removed, together with what it guards, between open and flock: a lock on the old file excludes
            // nobody.
            if let now = try Files.status(path), now.st_ino == (try file.status()).st_ino { return FileLock(file) }
            guard Files.isDirectory(Files.split(path).folder) else { throw SystemError(ENOENT, "lock", path) }
        }
    }

    /// Locks the file at a path, which is created if missing, without waiting.
    /// - Returns: nil if somebody else holds the lock.
    /// - Throws: the error of the call that failed.
    package static func tryLock(_ path: String) throws(SystemError) -> FileLock? {
        let file = try Descriptor.open(path, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600)
        if flock(file.raw, LOCK_EX | LOCK_NB) == 0 { return FileLock(file) }
        if errno == EWOULDBLOCK { return nil }
        throw .last("lock", path)
    }

    /// Whether somebody holds the file's lock exclusively. A file that does not exist, or cannot be opened, is not locked.
    package static func isHeld(_ path: String) -> Bool {
        guard let file = try? Descriptor.open(path, O_RDONLY | O_NOFOLLOW) else { return false }
        // A shared lock, so that several processes that ask at once do not take one another for the holder.
        return flock(file.raw, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    private static func take(_ file: Descriptor, _ path: String, _ kind: Int32, _ timeout: Double?) throws(SystemError) {
        guard let timeout else {
            while flock(file.raw, kind) != 0 {
                guard errno == EINTR else { throw .last("lock", path) }
            }
            return
        }
        let end = monotonicSeconds() + timeout
        var pause: UInt32 = 500
        while flock(file.raw, kind | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { throw .last("lock", path) }
            guard monotonicSeconds() < end else { throw SystemError(ETIMEDOUT, "lock", path) }
            usleep(pause)
            pause = min(pause * 2, 20_000)
        }
    }

    /// Releases the lock.
    package func unlock() { file.close() }

    /// The descriptor of the locked file. A child that inherits a copy holds the lock too: it is released when every copy is
    /// closed.
    package var descriptor: Int32 { file.raw }
}
