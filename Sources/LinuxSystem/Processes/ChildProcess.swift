import CLinux
import Glibc
import Synchronization

/// A child of this process. Until `wait` or `poll` reaps it, no other process can get its id; after that, no signal is sent to the
/// id.
package final class ChildProcess: Sendable {
    /// The process id.
    package let pid: Int32
    private let status = Mutex<Int32?>(nil)

    init(_ pid: Int32) { self.pid = pid }

    /// Takes over a child that this process did not start: as a child subreaper it became the parent when the original parent
    /// ended. Nobody else may wait for it.
    package init(adopting pid: Int32) { self.pid = pid }

    /// Reaps the child if it has ended; never waits.
    /// - Returns: the exit code 0 to 255, or 128 plus the signal that killed it; nil while it runs.
    package func poll() -> Int32? { reap(WNOHANG) }

    /// Waits until the child has ended, and reaps it.
    /// - Returns: the exit code 0 to 255, or 128 plus the signal that killed it.
    @discardableResult
    package func wait() -> Int32 {
        if let known = status.withLock({ $0 }) { return known }
        // Outside the lock, so that another thread can send signals meanwhile.
        _ = clinux_wait_ended(pid)
        return reap(0) ?? 255
    }

    /// Waits until the child has ended, at most `timeout` seconds.
    /// - Returns: as `wait()`; nil if the child still runs.
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
            // ECHILD: somebody else reaped the child, and its exit code is lost.
            known = got == pid ? clinux_exit_code(raw) : 255
            return known
        }
    }

    /// Sends a signal, unless the child has been reaped.
    package func signal(_ number: Int32) {
        status.withLock { known in
            if known == nil { _ = Glibc.kill(pid, number) }
        }
    }

    /// Sends a signal to the child's process group, unless the child has been reaped. The child must lead a group:
    /// `SpawnOptions.processGroup = 0` or `newSession`.
    package func signalGroup(_ number: Int32) {
        status.withLock { known in
            if known == nil { _ = Glibc.kill(-pid, number) }
        }
    }
}

/// A process held by a pidfd (pidfd_open(2)): once it has ended, a signal fails instead of reaching another process that got its
/// id.
package final class ProcessHandle: Sendable {
    /// The process id at the time of opening.
    package let pid: Int32
    /// The pidfd; it becomes readable when the process ends.
    package let descriptor: Descriptor

    /// Opens the process that has an id now.
    /// - Throws: `ESRCH` if there is none.
    package init(_ pid: Int32) throws(SystemError) {
        let raw = clinux_pidfd_open(pid)
        guard raw >= 0 else { throw .last("open process", String(pid)) }
        self.pid = pid
        descriptor = Descriptor(raw)
    }

    /// Opens a process; nil if it has ended, even if another process has its id now.
    package init?(_ identity: ProcessIdentity) {
        guard identity.pid > 0 else { return nil }
        let raw = clinux_pidfd_open(identity.pid)
        guard raw >= 0 else { return nil }
        pid = identity.pid
        descriptor = Descriptor(raw)
        // Checked after opening: from then on the pidfd refers to the process whose identity is being compared.
        guard identity.isAlive else { return nil }
    }

    /// Sends a signal.
    /// - Throws: `ESRCH` if the process has ended, `EPERM` if this user may not signal it.
    package func signal(_ number: Int32) throws(SystemError) {
        guard clinux_pidfd_signal(descriptor.raw, number) == 0 else { throw .last("signal process", String(pid)) }
    }

    /// Waits until the process has ended; a zombie has.
    /// - Parameter timeout: the longest wait in seconds; nil to wait for ever.
    /// - Returns: false if it still runs.
    package func waitEnd(timeout: Double?) -> Bool {
        (try? Poll.wait(for: [(descriptor.raw, .input)], timeout: timeout))?.isEmpty == false
    }
}
