/// Who holds a lock, and how often.
package struct Holding {
    private var owner: ObjectIdentifier?
    private var depth = 0

    package init() {}

    package func isFree(for engine: Engine) -> Bool { owner == nil || owner == ObjectIdentifier(engine) }
    package func isHeld(by engine: Engine) -> Bool { owner == ObjectIdentifier(engine) }
    package var isFree: Bool { owner == nil }

    package mutating func take(_ engine: Engine) {
        owner = ObjectIdentifier(engine)
        depth += 1
    }

    package mutating func give() {
        depth -= 1
        if depth <= 0 { self = Holding() }
    }
}
