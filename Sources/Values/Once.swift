import Synchronization

/// A value that is made when it is first asked for. The shell starts in a few milliseconds: tables of members, parameters and views that
/// most runs never look at are made late.
public final class Once<T: Sendable>: Sendable {
    private let made = Mutex<T?>(nil)
    private let make: @Sendable () -> T

    /// Keeps how to make the value, and makes it when it is first asked for.
    public init(_ make: @escaping @Sendable () -> T) { self.make = make }

    /// The value; the first call makes it, and others wait for that one.
    public var value: T {
        if let known = made.withLock({ $0 }) { return known }
        // Outside the lock: making one table may ask for another. Two threads may both make it; the first one's stays.
        let fresh = make()
        return made.withLock { value in
            if let value { return value }
            value = fresh
            return fresh
        }
    }
}
