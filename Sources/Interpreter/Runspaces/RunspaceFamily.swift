import Values

/// The runspaces of one session, with the lock and the numbers that they share.
package final class RunspaceFamily {
    /// The lock that lets one runspace interpret at a time.
    package let lock: InterpreterLock
    private(set) var runspaces: [Runspace] = []
    private var lastRunspace = 0
    private var lastJob = 0
    /// Closures to call at the end of the session, by owner: they end the processes of jobs.
    private var endings: [ObjectIdentifier: (owner: AnyObject, end: () -> Void)] = [:]

    /// The locks of System.Threading.Monitor by the object that they are taken on, which is kept alive meanwhile.
    private var holdings: [ObjectIdentifier: (object: Object, holding: Holding)] = [:]

    init(of interrupt: Interrupt) { lock = InterpreterLock(heldBy: interrupt) }

    /// Adds a runspace and returns its number.
    func add(_ runspace: Runspace) -> Int {
        lastRunspace += 1
        runspaces.append(runspace)
        return lastRunspace
    }

    func remove(_ runspace: Runspace) {
        runspaces.removeAll { $0 === runspace }
        lock.announce()
    }

    /// The next job number of the session.
    package func nextJobNumber() -> Int {
        lastJob += 1
        return lastJob
    }

    /// The Monitor lock on an object.
    package func holding(_ object: Object) -> Holding { holdings[ObjectIdentifier(object)]?.holding ?? Holding() }

    /// Changes the Monitor lock on an object.
    package func changeHolding(_ object: Object, _ change: (inout Holding) -> Void) {
        var holding = holding(object)
        change(&holding)
        holdings[ObjectIdentifier(object)] = holding.isFree ? nil : (object, holding)
    }

    func atEnd(of owner: AnyObject, _ end: @escaping () -> Void) { endings[ObjectIdentifier(owner)] = (owner, end) }
    func forget(_ owner: AnyObject) { endings[ObjectIdentifier(owner)] = nil }

    func end() {
        let all = endings.values.map(\.end)
        endings = [:]
        for end in all { end() }
    }
}
