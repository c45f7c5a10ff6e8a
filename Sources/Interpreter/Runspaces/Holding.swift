/// The holder of a recursive lock (System.Threading.Monitor, Mutex), and how often it holds the lock.
package struct Holding {
    private var owner: ObjectIdentifier?
    private var depth = 0

    /// Makes a free lock.
    package init() {}

    /// Whether an engine could take the lock now: it is free or held by that engine.
    package func isFree(for engine: Engine) -> Bool { owner == nil || owner == ObjectIdentifier(engine) }
    /// Whether an engine holds the lock.
    package func isHeld(by engine: Engine) -> Bool { owner == ObjectIdentifier(engine) }
    /// Whether nobody holds the lock.
    package var isFree: Bool { owner == nil }

    /// Takes the lock once more.
    package mutating func take(_ engine: Engine) {
        owner = ObjectIdentifier(engine)
        depth += 1
    }

    /// Gives the lock back once.
    package mutating func give() {
        depth -= 1
        if depth <= 0 { self = Holding() }
    }
}
