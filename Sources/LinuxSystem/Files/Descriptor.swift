import CLinux
import Glibc
import Synchronization

/// An open file descriptor. It is closed by `close()`, or when the last reference to this object goes.
///
/// A class rather than a noncopyable struct: descriptors are kept in arrays, closures and classes, which noncopyable values cannot
/// be.
package final class Descriptor: Sendable {
    private let state: Mutex<Int32>

    /// Takes ownership of an open descriptor.
    package init(_ raw: Int32) {
        state = Mutex(raw)
    }

    deinit { close() }

    /// The descriptor's number, for system calls; -1 once it is closed. Valid only while this object lives.
    package var raw: Int32 { state.withLock { $0 } }

    /// Closes the descriptor; does nothing if it is closed already.
    package func close() {
        let old = state.withLock { value in
            defer { value = -1 }
            return value
        }
        if old >= 0 { _ = Glibc.close(old) }
    }

    /// Gives up ownership: the caller must close the number returned.
    /// - Returns: -1 if the descriptor is closed.
    package func release() -> Int32 {
        state.withLock { value in
            defer { value = -1 }
            return value
        }
    }

    /// A new descriptor for the same open file, close-on-exec.
    /// - Throws: `EBADF` if the descriptor is closed, `EMFILE` if the process may not open more.
    package func duplicate() throws(SystemError) -> Descriptor {
        try Descriptor.duplicate(of: raw)
    }

    /// A new descriptor, close-on-exec, for the open file of a descriptor that somebody else owns. Its number is at least 3, so
    /// that it never becomes a standard stream.
    /// - Throws: `EBADF` if `raw` is not open, `EMFILE` if the process may not open more.
    package static func duplicate(of raw: Int32) throws(SystemError) -> Descriptor {
        let copy = clinux_fcntl(raw, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { throw .last("copy descriptor", String(raw)) }
        return Descriptor(copy)
    }

    /// O_PATH: a descriptor that names a file without opening it for reading or writing.
    package static let pathOnly: Int32 = CLINUX_O_PATH

    /// open(2), restarted on EINTR; O_CLOEXEC is added.
    /// - Parameter mode: the mode of a file that is created, before the umask.
    /// - Throws: open(2)'s error.
    package static func open(_ path: String, _ flags: Int32, mode: UInt32 = 0o600) throws(SystemError) -> Descriptor {
        let raw = clinux_open(path, flags | O_CLOEXEC, mode)
        guard raw >= 0 else { throw .last("open", path) }
        return Descriptor(raw)
    }

    /// openat(2) relative to this folder; O_CLOEXEC is added.
    /// - Parameter mode: the mode of a file that is created, before the umask.
    /// - Throws: openat(2)'s error.
    package func open(_ name: String, _ flags: Int32, mode: UInt32 = 0o600) throws(SystemError) -> Descriptor {
        let raw = clinux_openat(self.raw, name, flags | O_CLOEXEC, mode)
        guard raw >= 0 else { throw .last("open", name) }
        return Descriptor(raw)
    }

    /// openat(2) by a name as the kernel has it, with its closing zero byte.
    /// - Throws: openat(2)'s error.
    func open(_ name: [CChar], _ flags: Int32) throws(SystemError) -> Descriptor {
        let raw = clinux_openat(self.raw, name, flags | O_CLOEXEC, 0)
        guard raw >= 0 else {
            let shown = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
            throw .last("open", shown)
        }
        return Descriptor(raw)
    }

    /// openat2(2) with RESOLVE_IN_ROOT: opens a path as if this folder were the root. Symbolic links, `..` and absolute paths
    /// cannot leave it.
    /// - Parameter mode: the mode of a file that is created, before the umask.
    /// - Throws: openat2(2)'s error.
    package func openInRoot(_ path: String, _ flags: Int32, mode: UInt32 = 0) throws(SystemError) -> Descriptor {
        let resolve = UInt64(CLINUX_RESOLVE_IN_ROOT | CLINUX_RESOLVE_NO_MAGICLINKS)
        let raw = clinux_openat2(self.raw, path, UInt64(UInt32(bitPattern: flags | O_CLOEXEC)), UInt64(mode), resolve)
        guard raw >= 0 else { throw .last("open", path) }
        return Descriptor(raw)
    }

    /// fstat(2).
    /// - Throws: `EBADF` if the descriptor is closed.
    package func status() throws(SystemError) -> stat {
        var result = stat()
        guard fstat(raw, &result) == 0 else { throw .last("stat descriptor", String(raw)) }
        return result
    }

    /// Sets or clears O_NONBLOCK. The flag belongs to the open file: every copy of the descriptor is affected, also in other
    /// processes.
    /// - Throws: `EBADF` if the descriptor is closed.
    package func setNonBlocking(_ value: Bool) throws(SystemError) {
        try Self.setNonBlocking(raw, value)
    }

    /// Sets or clears O_NONBLOCK of a descriptor that somebody else owns; see the method above.
    /// - Throws: `EBADF` if the descriptor is not open.
    package static func setNonBlocking(_ raw: Int32, _ value: Bool) throws(SystemError) {
        let flags = clinux_fcntl(raw, F_GETFL, 0)
        guard flags >= 0, clinux_fcntl(raw, F_SETFL, value ? flags | O_NONBLOCK : flags & ~O_NONBLOCK) == 0 else {
            throw .last("set the mode of descriptor", String(raw))
        }
    }

    /// A pipe, both ends close-on-exec.
    /// - Throws: `EMFILE` or `ENFILE` if no more descriptors can be opened.
    package static func pipe() throws(SystemError) -> (read: Descriptor, write: Descriptor) {
        var ends: [Int32] = [-1, -1]
        guard clinux_pipe(&ends) == 0 else { throw .last("make a pipe") }
        return (Descriptor(ends[0]), Descriptor(ends[1]))
    }
}
