import Glibc
import Interpreter
import Synchronization

/// Interrupts a script that runs on, as Ctrl-C does: random loops seldom end by themselves.
final class Watchdog: Sendable {
    static let shared = Watchdog()
    /// Ticks that a script may run.
    private static let patience = 20
    private static let tickMicroseconds: useconds_t = 10_000

    private struct Watch {
        var interrupt: Interrupt
        var ticks = 0
    }
    private let current = Mutex<Watch?>(nil)

    private init() {
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { _ in
                while true {
                    usleep(Watchdog.tickMicroseconds)
                    Watchdog.shared.tick()
                }
            }, nil)
        precondition(code == 0, "no thread for the watchdog: \(code)")
    }

    func watch(_ interrupt: Interrupt?) { current.withLock { $0 = interrupt.map { Watch(interrupt: $0) } } }

    private func tick() {
        current.withLock { watch in
            watch?.ticks += 1
            // Again with every tick: a script may run several commands one after the other.
            if let watch, watch.ticks >= Self.patience { watch.interrupt.request() }
        }
    }
}
