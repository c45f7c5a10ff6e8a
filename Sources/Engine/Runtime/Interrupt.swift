import Synchronization

/// Set from a signal handler or another thread, read by every loop and stage.
public final class Interrupt: Sendable {
    private let flag = Atomic<Bool>(false)
    public init() {}
    public func request() { flag.store(true, ordering: .relaxed) }
    public func clear() { flag.store(false, ordering: .relaxed) }
    @inline(__always) public var isRequested: Bool { flag.load(ordering: .relaxed) }
}
