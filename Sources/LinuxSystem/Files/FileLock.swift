import CLinux
import Glibc

/// An advisory lock on a file (flock), held until `unlock()` or the last reference goes; the kernel lets go of it when the process ends.
///
/// flock and not fcntl's record locks: those belong to the process, so that two threads of one shell would share them, and closing any
/// other descriptor of the file would drop them.
package final class FileLock: Sendable {
    private let file: Descriptor

    private init(_ file: Descriptor) { self.file = file }

    /// Locks the file at `path`, made where missing. Waits until it is free, at most `timeout` seconds (`ETIMEDOUT`); nil waits for ever.
    package static func lock(_ path: String, shared: Bool = false, timeout: Double? = nil) throws(SystemError) -> FileLock {
        while true {
            let file = try Descriptor.open(path, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600)
            try take(file, path, shared ? LOCK_SH : LOCK_EX, timeout)
            // The file may have been removed with its object between open and lock: then this lock guards nothing.
            if let now = try Files.status(path), now.st_ino == (try file.status()).st_ino { return FileLock(file) }
            guard Files.isDirectory(Files.split(path).folder) else { throw SystemError(ENOENT, "lock", path) }
        }
    }

    /// Locks the file at `path`, made where missing; nil where another holds it.
    package static func tryLock(_ path: String) throws(SystemError) -> FileLock? {
        let file = try Descriptor.open(path, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600)
        if flock(file.raw, LOCK_EX | LOCK_NB) == 0 { return FileLock(file) }
        if errno == EWOULDBLOCK { return nil }
        throw .last("lock", path)
    }

    /// True where somebody holds the file's lock now. A file that is not there is not locked.
    package static func isHeld(_ path: String) -> Bool {
        guard let file = try? Descriptor.open(path, O_RDONLY | O_NOFOLLOW) else { return false }
        // Shared, so that any number may ask at once without taking each other for the holder.
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

    package func unlock() { file.close() }

    /// The locked file's descriptor. A child that gets a copy of it holds the same lock: it is free once every copy is closed.
    package var descriptor: Int32 { file.raw }
}
