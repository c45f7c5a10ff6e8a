import CLinux
import Glibc
import Synchronization

/// An open file descriptor that is closed when the last reference goes, or earlier by `close()`.
///
/// A class rather than a noncopyable struct: descriptors live in arrays, closures and other classes here, where those cannot.
package final class Descriptor: Sendable {
    private let state: Mutex<Int32>

    /// Takes over a descriptor that is open.
    package init(_ raw: Int32) {
        state = Mutex(raw)
    }

    deinit { close() }

    /// The number, for calls; -1 once closed.
    package var raw: Int32 { state.withLock { $0 } }

    package func close() {
        let old = state.withLock { value in
            defer { value = -1 }
            return value
        }
        if old >= 0 { _ = Glibc.close(old) }
    }

    /// Hands the number to the caller, who closes it from now on; -1 once closed.
    package func release() -> Int32 {
        state.withLock { value in
            defer { value = -1 }
            return value
        }
    }

    /// Another descriptor of the same open file, close-on-exec.
    package func duplicate() throws(SystemError) -> Descriptor {
        try Descriptor.duplicate(of: raw)
    }

    /// Another descriptor of the same open file as `raw`, close-on-exec.
    package static func duplicate(of raw: Int32) throws(SystemError) -> Descriptor {
        let copy = clinux_fcntl(raw, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { throw .last("copy descriptor", String(raw)) }
        return Descriptor(copy)
    }

    /// O_PATH: names a file without opening it.
    package static let pathOnly: Int32 = CLINUX_O_PATH

    /// open(2); O_CLOEXEC is always added.
    package static func open(_ path: String, _ flags: Int32, mode: UInt32 = 0o600) throws(SystemError) -> Descriptor {
        let raw = clinux_open(path, flags | O_CLOEXEC, mode)
        guard raw >= 0 else { throw .last("open", path) }
        return Descriptor(raw)
    }

    /// openat(2) below this folder; O_CLOEXEC is always added.
    package func open(_ name: String, _ flags: Int32, mode: UInt32 = 0o600) throws(SystemError) -> Descriptor {
        let raw = clinux_openat(self.raw, name, flags | O_CLOEXEC, mode)
        guard raw >= 0 else { throw .last("open", name) }
        return Descriptor(raw)
    }

    /// Opens a path as if this folder were the file system's root: links, `..` and absolute paths cannot leave it.
    package func openInRoot(_ path: String, _ flags: Int32, mode: UInt32 = 0) throws(SystemError) -> Descriptor {
        let resolve = UInt64(CLINUX_RESOLVE_IN_ROOT | CLINUX_RESOLVE_NO_MAGICLINKS)
        let raw = clinux_openat2(self.raw, path, UInt64(UInt32(bitPattern: flags | O_CLOEXEC)), UInt64(mode), resolve)
        guard raw >= 0 else { throw .last("open", path) }
        return Descriptor(raw)
    }

    package func status() throws(SystemError) -> stat {
        var result = stat()
        guard fstat(raw, &result) == 0 else { throw .last("stat descriptor", String(raw)) }
        return result
    }

    /// Sets or clears O_NONBLOCK of the open file (which every copy of the descriptor shares).
    package func setNonBlocking(_ value: Bool) throws(SystemError) {
        try Self.setNonBlocking(raw, value)
    }

    package static func setNonBlocking(_ raw: Int32, _ value: Bool) throws(SystemError) {
        let flags = clinux_fcntl(raw, F_GETFL, 0)
        guard flags >= 0, clinux_fcntl(raw, F_SETFL, value ? flags | O_NONBLOCK : flags & ~O_NONBLOCK) == 0 else {
            throw .last("set the mode of descriptor", String(raw))
        }
    }

    /// A pipe's two ends, close-on-exec.
    package static func pipe() throws(SystemError) -> (read: Descriptor, write: Descriptor) {
        var ends: [Int32] = [-1, -1]
        guard clinux_pipe(&ends) == 0 else { throw .last("make a pipe") }
        return (Descriptor(ends[0]), Descriptor(ends[1]))
    }
}
