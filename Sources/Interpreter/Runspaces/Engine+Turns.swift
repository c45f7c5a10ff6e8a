import LinuxSystem
import Values

extension Engine {
    /// Heeds the raised requests: lets another runspace run, stops, or runs the actions of events. The slow path of `checkStop`.
    /// - Throws: `PipelineStopped` after Ctrl-C; what an event's action throws.
    @inline(never) func heed() throws {
        if interrupt.takeTurn() { family.lock.handOver(interrupt) }
        if interrupt.isRequested { throw PipelineStopped() }
        try raiseOverflow()
        if interrupt.takeEvent() { try pendingActions?.run() }
    }

    /// `blocking` for the prompt: no code of this engine runs meanwhile, except for the actions of events.
    /// - Throws: what the closure throws.
    public func idling<T>(_ body: () throws -> T) rethrows -> T {
        isIdle = true
        if interrupt.hasEvent { wakeForEvents() }
        defer { isIdle = false }
        return try blocking(body)
    }

    /// Runs a closure on another thread, as code of this engine, while this engine's own thread waits at the prompt.
    package func standIn(_ body: @escaping () -> Void) {
        let work = StandIn(body, family.lock, interrupt, self)
        _ = try? SystemThread.start(stackSize: 64 << 20) { work.run() }
    }

    private final class StandIn: @unchecked Sendable {
        // Unchecked: used under the interpreter lock only.
        private var body: (() -> Void)?
        private var engine: Engine?
        private let lock: InterpreterLock
        private let interrupt: Interrupt

        init(_ body: @escaping () -> Void, _ lock: InterpreterLock, _ interrupt: Interrupt, _ engine: Engine) {
            self.body = body
            self.lock = lock
            self.interrupt = interrupt
            self.engine = engine
        }

        func run() {
            lock.interpret(for: interrupt) {
                if let body { engine?.onThread(body) }
                body = nil
                engine = nil
            }
        }
    }

    /// Runs a closure that waits, without the interpreter lock, so that other runspaces run meanwhile. The closure must not touch
    /// values.
    /// - Throws: what the closure throws.
    public func blocking<T>(_ body: () throws -> T) rethrows -> T {
        family.lock.release()
        defer { family.lock.acquire(for: interrupt) }
        return try body()
    }

    /// Inside `blocking`: takes the interpreter lock back for a closure that touches values.
    /// - Throws: what the closure throws.
    public func interpreting<T>(_ body: () throws -> T) rethrows -> T {
        family.lock.acquire(for: interrupt)
        defer { family.lock.release() }
        return try body()
    }

    /// Waits until `announce` is called in another runspace, at most so many seconds (and at most 0.1).
    /// - Throws: as `checkStop` does.
    public func pause(_ seconds: Double = 0.1) throws {
        try checkStop()
        // At most 0.1 s, so that Ctrl-C is noticed: the signal handler cannot wake a waiting thread.
        family.lock.sleep(interrupt, seconds: min(seconds, 0.1))
        try checkStop()
    }

    /// Waits for a condition, which is tested at each `announce` and each 0.1 s.
    /// - Parameter seconds: nil: without limit.
    /// - Returns: false where the time ran out first.
    /// - Throws: as `checkStop` does.
    @discardableResult
    public func wait(seconds: Double? = nil, until isTrue: () -> Bool) throws -> Bool {
        let end = seconds.map { monotonicSeconds() + $0 }
        while !isTrue() {
            let left = end.map { $0 - monotonicSeconds() } ?? 1
            if left <= 0 { return false }
            try pause(left)
        }
        return true
    }

    /// Wakes the threads that wait for a condition to test it.
    public func announce() { family.lock.announce() }

    /// The engine that the calling thread works for; nil on threads of no engine.
    package static var ofThread: Engine? {
        ThreadStack.owner.map { Unmanaged<Engine>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The engine that the calling thread works for.
    /// - Throws: `ValueError` (InvalidOperation) on a thread of no engine.
    package static func caller() throws -> Engine {
        guard let engine = ofThread else { throw ValueError("No session.", id: "InvalidOperation") }
        return engine
    }

    /// `blocking` of the engine that the calling thread works for, for code without a reference to it.
    /// - Throws: what the closure throws.
    package static func waiting<T>(_ body: () throws -> T) rethrows -> T {
        guard let engine = ofThread else { return try body() }
        return try engine.blocking(body)
    }

    /// Runs a closure as work of this engine: `ofThread` is this engine meanwhile.
    /// - Throws: what the closure throws.
    package func onThread<T>(_ body: () throws -> T) rethrows -> T {
        let before = ThreadStack.owner
        ThreadStack.owner = Unmanaged.passUnretained(self).toOpaque()
        defer { ThreadStack.owner = before }
        return try body()
    }

    /// The lock that the runspaces of the session take turns at.
    package var interpreterLock: InterpreterLock { family.lock }

    /// Reserves a job number, for a job whose children are numbered after it.
    package func reserveJobNumber() -> Int { family.nextJobNumber() }

    /// Calls a closure at the end of the session, unless `forgetSessionEnd` is called with the same owner before.
    package func atSessionEnd(of owner: AnyObject, _ end: @escaping () -> Void) { family.atEnd(of: owner, end) }
    /// Drops the closure of `atSessionEnd`.
    package func forgetSessionEnd(of owner: AnyObject) { family.forget(owner) }

    /// Ends the session: runs the actions of `PowerShell.Exiting`, ends jobs and their processes, and asks other runspaces to stop.
    public func endSession() {
        pendingActions?.sessionEnds()
        family.end()
        // Other runspaces have up to two seconds to stop. This thread keeps the interpreter lock afterwards, so that their code no
        // longer runs.
        let others = runspaces.filter { $0.engine !== self }
        for runspace in others { runspace.engine?.interrupt.request() }
        let end = monotonicSeconds() + 2
        while others.contains(where: \.isBusy), monotonicSeconds() < end { family.lock.sleep(interrupt, seconds: 0.1) }
    }
}
