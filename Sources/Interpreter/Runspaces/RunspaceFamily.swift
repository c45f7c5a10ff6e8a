import Values

/// The runspaces of one session: what they share, and what numbers them.
package final class RunspaceFamily {
    package let lock: InterpreterLock
    private(set) var runspaces: [Runspace] = []
    private var lastRunspace = 0
    private var lastJob = 0
    /// What ends with the session, whatever happens: processes of jobs.
    private var endings: [ObjectIdentifier: (owner: AnyObject, end: () -> Void)] = [:]

    /// What System.Threading.Monitor guards; kept alive while it does.
    private var holdings: [ObjectIdentifier: (object: Object, holding: Holding)] = [:]

    init(of interrupt: Interrupt) { lock = InterpreterLock(heldBy: interrupt) }

    /// Takes a runspace in and numbers it.
    func add(_ runspace: Runspace) -> Int {
        lastRunspace += 1
        runspaces.append(runspace)
        return lastRunspace
    }

    func remove(_ runspace: Runspace) {
        runspaces.removeAll { $0 === runspace }
        lock.announce()
    }

    package func nextJobNumber() -> Int {
        lastJob += 1
        return lastJob
    }

    package func holding(_ object: Object) -> Holding { holdings[ObjectIdentifier(object)]?.holding ?? Holding() }

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
