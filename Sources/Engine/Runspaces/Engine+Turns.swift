import LinuxSystem
import Values

extension Engine {
    /// What `checkStop` does where there is something to heed.
    @inline(never) func heed() throws {
        if interrupt.takeTurn() { family.lock.handOver(interrupt) }
        if interrupt.isRequested { throw PipelineStopped() }
        try raiseOverflow()
        if interrupt.takeEvent() { try events.runActions() }
    }

    /// `blocking` of the prompt: no code of this engine runs meanwhile, but the actions of events do.
    public func idling<T>(_ body: () throws -> T) rethrows -> T {
        isIdle = true
        if interrupt.hasEvent { wakeForEvents() }
        defer { isIdle = false }
        return try blocking(body)
    }

    /// Does something on another thread in this engine's place.
    func standIn(_ body: @escaping () -> Void) {
        let work = StandIn(body, family.lock, interrupt, self)
        _ = try? SystemThread.start(stackSize: 64 << 20) { work.run() }
    }

    private final class StandIn: @unchecked Sendable {
        // Unchecked: touched by one that interprets.
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

    /// Does something that waits, during which other runspaces go on: it touches no values.
    public func blocking<T>(_ body: () throws -> T) rethrows -> T {
        family.lock.release()
        defer { family.lock.acquire(for: interrupt) }
        return try body()
    }

    /// The opposite, within `blocking`: touches values for a moment.
    public func interpreting<T>(_ body: () throws -> T) rethrows -> T {
        family.lock.acquire(for: interrupt)
        defer { family.lock.release() }
        return try body()
    }

    /// Waits until something happens in another runspace, at most so many seconds.
    /// - Throws: where what runs is to stop.
    public func pause(_ seconds: Double = 0.1) throws {
        try checkStop()
        // In short naps, so that Ctrl-C is noticed: a signal handler wakes nobody.
        family.lock.sleep(interrupt, seconds: min(seconds, 0.1))
        try checkStop()
    }

    /// Waits until something is so.
    /// - Returns: false where the time was over.
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

    /// Tells those who wait that something has happened.
    public func announce() { family.lock.announce() }

    /// The engine for which the calling thread works.
    package static var ofThread: Engine? {
        ThreadStack.owner.map { Unmanaged<Engine>.fromOpaque($0).takeUnretainedValue() }
    }

    /// `blocking` of the engine for which the calling thread works, for code that has none at hand.
    package static func waiting<T>(_ body: () throws -> T) rethrows -> T {
        guard let engine = ofThread else { return try body() }
        return try engine.blocking(body)
    }

    /// Runs something as the work of this engine.
    func onThread<T>(_ body: () throws -> T) rethrows -> T {
        let before = ThreadStack.owner
        ThreadStack.owner = Unmanaged.passUnretained(self).toOpaque()
        defer { ThreadStack.owner = before }
        return try body()
    }

    package var interpreterLock: InterpreterLock { family.lock }

    /// A number for a job, before those of its children.
    package func reserveJobNumber() -> Int { family.nextJobNumber() }

    /// Does something when the session ends, unless it is forgotten before.
    package func atSessionEnd(of owner: AnyObject, _ end: @escaping () -> Void) { family.atEnd(of: owner, end) }
    package func forgetSessionEnd(of owner: AnyObject) { family.forget(owner) }

    /// Ends what lives no longer than the session: jobs and what they run.
    public func endSession() {
        events.generate("PowerShell.Exiting", sender: .null, arguments: .null, messageData: .null)
        try? events.runActions()
        family.end()
        // What still runs in other runspaces ends with its programs, as long as it heeds that; from then on nobody else interprets.
        let others = runspaces.filter { $0.engine !== self }
        for runspace in others { runspace.engine?.interrupt.request() }
        let end = monotonicSeconds() + 2
        while others.contains(where: \.isBusy), monotonicSeconds() < end { family.lock.sleep(interrupt, seconds: 0.1) }
    }
}
