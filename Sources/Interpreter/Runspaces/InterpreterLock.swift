import LinuxSystem
import Synchronization

/// The lock of a session's interpreters: of its runspaces exactly one runs code at a time.
///
/// Values are partly references, and runspaces share them (`$using:`): as only one runspace interprets at a time, no script can
/// race another one to memory. A runspace that waits for something else (a sleep, a program, the terminal) releases the lock, and a
/// running one hands it over when another has waited for 5 ms. Waiting runspaces get it in the order in which they came.
///
/// A new lock is held, by the thread that runs the session's first engine.
package final class InterpreterLock: Sendable {
    private final class Waiter: Sendable {
        let semaphore = Semaphore()
        let interrupt: Interrupt
        let isGranted = Atomic<Bool>(false)
        init(_ interrupt: Interrupt) { self.interrupt = interrupt }
    }

    private struct State {
        /// The interrupt of the runspace that holds the lock; nil: it is free.
        var holder: Interrupt?
        var waiting: [Waiter] = []
        /// The semaphores of threads that wait for `announce`.
        var sleepers: [Semaphore] = []
    }

    private let state: Mutex<State>
    /// The seconds that the first waiting runspace waits before it asks the holder to hand over.
    private static let turn = 0.005

    init(heldBy interrupt: Interrupt) { state = Mutex(State(holder: interrupt)) }

    /// Releases the lock to the runspace that has waited longest.
    func release() {
        let (next, after) = state.withLock { Self.pass(&$0) }
        next?.semaphore.signal()
        after?.semaphore.signal()
    }

    /// Grants the lock to the first waiting runspace.
    /// - Returns: that one, and the next one, which has to keep the time from now on.
    private static func pass(_ state: inout State) -> (Waiter?, Waiter?) {
        guard let next = state.waiting.first else {
            state.holder = nil
            return (nil, nil)
        }
        state.waiting.removeFirst()
        state.holder = next.interrupt
        next.isGranted.store(true, ordering: .releasing)
        return (next, state.waiting.first)
    }

    /// Waits for the lock.
    func acquire(for interrupt: Interrupt) {
        let waiter = state.withLock { state -> Waiter? in
            guard state.holder != nil else {
                state.holder = interrupt
                return nil
            }
            let waiter = Waiter(interrupt)
            state.waiting.append(waiter)
            return waiter
        }
        if let waiter { wait(waiter) }
    }

    private func wait(_ waiter: Waiter) {
        while !waiter.isGranted.load(ordering: .acquiring) {
            // Only the first in the queue wakes up to ask for a turn; the others sleep until they are the first.
            guard state.withLock({ $0.waiting.first === waiter }) else {
                waiter.semaphore.wait()
                continue
            }
            if waiter.semaphore.wait(timeout: Self.turn) { continue }
            state.withLock { $0.holder?.requestTurn() }
        }
    }

    /// Takes the lock for a closure, on a thread that belongs to no engine.
    package func interpret(for interrupt: Interrupt, _ body: () -> Void) {
        acquire(for: interrupt)
        body()
        release()
    }

    /// Hands the lock over and waits for it again; returns at once where nobody waits.
    func handOver(_ interrupt: Interrupt) {
        let own = Waiter(interrupt)
        let (next, after) = state.withLock { state -> (Waiter?, Waiter?) in
            guard !state.waiting.isEmpty else { return (nil, nil) }
            state.waiting.append(own)
            return Self.pass(&state)
        }
        guard let next else { return }
        next.semaphore.signal()
        after?.semaphore.signal()
        wait(own)
    }

    /// Releases the lock until `announce` is called, at most so many seconds.
    func sleep(_ interrupt: Interrupt, seconds: Double) {
        let sleeper = Semaphore()
        state.withLock { $0.sleepers.append(sleeper) }
        release()
        _ = sleeper.wait(timeout: seconds)
        acquire(for: interrupt)
        state.withLock { state in state.sleepers.removeAll { $0 === sleeper } }
    }

    /// Wakes all threads in `sleep`.
    func announce() {
        let sleepers = state.withLock { state in
            defer { state.sleepers = [] }
            return state.sleepers
        }
        for sleeper in sleepers { sleeper.signal() }
    }
}
