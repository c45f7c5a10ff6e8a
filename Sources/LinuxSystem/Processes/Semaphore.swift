import CLinux
import Glibc

/// A counting semaphore (sem_overview(7)): one thread waits for what another one says.
package final class Semaphore: @unchecked Sendable {
    // Unchecked: the pointer never changes, and what it points to is made for several threads.
    private let raw: UnsafeMutablePointer<sem_t>

    package init() {
        raw = .allocate(capacity: 1)
        raw.initialize(to: sem_t())
        sem_init(raw, 0, 0)
    }

    deinit {
        sem_destroy(raw)
        raw.deallocate()
    }

    package func signal() { sem_post(raw) }

    package func wait() { while sem_wait(raw) != 0, errno == EINTR {} }

    /// Waits at most so many seconds.
    /// - Returns: false where the time was over.
    package func wait(timeout: Double) -> Bool {
        clinux_semaphore_wait(raw, Int64(max(0, min(timeout, 1e8)) * 1e9)) == 0
    }
}
