import LinuxSystem
import Synchronization

/// The right to interpret: of the runspaces of a session exactly one has it at a time.
///
/// Values are references in part, and runspaces share them live (`$using:`): with one interpreter at work no script can race another one
/// to memory. Whoever waits for something else (a sleep, a program, a terminal) lets go of it, and whoever runs hands it over when another
/// one has waited for some milliseconds. Those who wait get it in the order in which they came.
///
/// A new lock is held: by whoever runs the session's first engine.
package final class InterpreterLock: Sendable {
    private final class Waiter: Sendable {
        let semaphore = Semaphore()
        let interrupt: Interrupt
        let isGranted = Atomic<Bool>(false)
        init(_ interrupt: Interrupt) { self.interrupt = interrupt }
    }

    private struct State {
        /// Nil: nobody interprets.
        var holder: Interrupt?
        var waiting: [Waiter] = []
        /// Who waits for something to happen in another runspace.
        var sleepers: [Semaphore] = []
    }

    private let state: Mutex<State>
    /// How long one that waits leaves another one undisturbed.
    private static let turn = 0.005

    init(heldBy interrupt: Interrupt) { state = Mutex(State(holder: interrupt)) }

    /// Lets go; the one that has waited longest goes on.
    func release() {
        let (next, after) = state.withLock { Self.pass(&$0) }
        next?.semaphore.signal()
        after?.semaphore.signal()
    }

    /// Gives the right to the first that waits.
    /// - Returns: that one, and the one that is the first of the others from now on, who keeps the time.
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

    /// Waits for the right to interpret.
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
            // Only the first in line keeps the time: the others sleep until it is their turn to do so.
            guard state.withLock({ $0.waiting.first === waiter }) else {
                waiter.semaphore.wait()
                continue
            }
            if waiter.semaphore.wait(timeout: Self.turn) { continue }
            state.withLock { $0.holder?.requestTurn() }
        }
    }

    /// Interprets for a moment: for threads that belong to no engine.
    package func interpret(for interrupt: Interrupt, _ body: () -> Void) {
        acquire(for: interrupt)
        body()
        release()
    }

    /// Lets the others have their turn; at once back where nobody waits.
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

    /// Lets go until `announce` is called, at most so many seconds.
    func sleep(_ interrupt: Interrupt, seconds: Double) {
        let sleeper = Semaphore()
        state.withLock { $0.sleepers.append(sleeper) }
        release()
        _ = sleeper.wait(timeout: seconds)
        acquire(for: interrupt)
        state.withLock { state in state.sleepers.removeAll { $0 === sleeper } }
    }

    /// Wakes all who wait for something to happen.
    func announce() {
        let sleepers = state.withLock { state in
            defer { state.sleepers = [] }
            return state.sleepers
        }
        for sleeper in sleepers { sleeper.signal() }
    }
}
