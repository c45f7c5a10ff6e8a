import CLinux
import Glibc
import Synchronization

/// A child of this process. Its number cannot be taken by another process until `wait` or `poll` has reaped it, and after that no signal
/// is sent to it.
package final class ChildProcess: Sendable {
    package let pid: Int32
    private let status = Mutex<Int32?>(nil)

    init(_ pid: Int32) { self.pid = pid }

    /// Takes over a child that another child left behind (this process is a child subreaper). Nobody else may wait for it.
    package init(adopting pid: Int32) { self.pid = pid }

    /// The exit code, 0 to 255, 128 + signal; nil while it runs. Never waits.
    package func poll() -> Int32? { reap(WNOHANG) }

    /// Waits for its end: 0 to 255, 128 + signal.
    @discardableResult
    package func wait() -> Int32 {
        if let known = status.withLock({ $0 }) { return known }
        // Outside the lock, so that another thread can signal meanwhile.
        _ = clinux_wait_ended(pid)
        return reap(0) ?? 255
    }

    /// Waits at most so many seconds; nil where it still runs then.
    package func wait(timeout: Double) -> Int32? {
        if let known = poll() { return known }
        guard let handle = try? ProcessHandle(pid) else { return poll() }
        _ = handle.waitEnd(timeout: timeout)
        return poll()
    }

    private func reap(_ options: Int32) -> Int32? {
        status.withLock { known in
            if let known { return known }
            var raw: Int32 = 0
            var got: Int32 = 0
            repeat { got = waitpid(pid, &raw, options) } while got < 0 && errno == EINTR
            if got == 0 { return nil }
            // ECHILD: somebody else reaped it; how it ended is lost.
            known = got == pid ? clinux_exit_code(raw) : 255
            return known
        }
    }

    /// Sends a signal unless it has been reaped.
    package func signal(_ number: Int32) {
        status.withLock { known in
            if known == nil { _ = Glibc.kill(pid, number) }
        }
    }

    /// Signals its whole process group; needs `SpawnOptions.processGroup = 0` or `newSession`.
    package func signalGroup(_ number: Int32) {
        status.withLock { known in
            if known == nil { _ = Glibc.kill(-pid, number) }
        }
    }
}

/// A process held by a pidfd: however long ago it ended, signals never reach another process that took its number.
package final class ProcessHandle: Sendable {
    package let pid: Int32
    package let descriptor: Descriptor

    /// `ESRCH` where there is no such process.
    package init(_ pid: Int32) throws(SystemError) {
        let raw = clinux_pidfd_open(pid)
        guard raw >= 0 else { throw .last("open process", String(pid)) }
        self.pid = pid
        descriptor = Descriptor(raw)
    }

    /// Opens the process that is still the one described, nil where it has ended.
    package init?(_ identity: ProcessIdentity) {
        guard identity.pid > 0 else { return nil }
        let raw = clinux_pidfd_open(identity.pid)
        guard raw >= 0 else { return nil }
        pid = identity.pid
        descriptor = Descriptor(raw)
        // Looked at after the handle is open: from here on the number cannot change its owner unseen.
        guard identity.isAlive else { return nil }
    }

    /// `ESRCH` where it has ended.
    package func signal(_ number: Int32) throws(SystemError) {
        guard clinux_pidfd_signal(descriptor.raw, number) == 0 else { throw .last("signal process", String(pid)) }
    }

    /// True where it ended within so many seconds (nil waits for ever). A zombie has ended.
    package func waitEnd(timeout: Double?) -> Bool {
        (try? Poll.wait(for: [(descriptor.raw, .input)], timeout: timeout))?.isEmpty == false
    }
}
