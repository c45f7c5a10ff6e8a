import CLinux
import Glibc

/// A counting semaphore (sem_overview(7)), by which one thread wakes another.
package final class Semaphore: @unchecked Sendable {
    // Unchecked: the pointer never changes, and sem_t is made for use by several threads.
    private let raw: UnsafeMutablePointer<sem_t>

    /// Makes a semaphore with the count 0.
    package init() {
        raw = .allocate(capacity: 1)
        raw.initialize(to: sem_t())
        sem_init(raw, 0, 0)
    }

    deinit {
        sem_destroy(raw)
        raw.deallocate()
    }

    /// Increments the count, which wakes one waiting thread. May be called from a signal handler.
    package func signal() { sem_post(raw) }

    /// Waits until the count is above 0, and decrements it.
    package func wait() { while sem_wait(raw) != 0, errno == EINTR {} }

    /// Waits at most `timeout` seconds.
    /// - Returns: false where the time was over.
    package func wait(timeout: Double) -> Bool {
        clinux_semaphore_wait(raw, Int64(max(0, min(timeout, 1e8)) * 1e9)) == 0
    }
}
