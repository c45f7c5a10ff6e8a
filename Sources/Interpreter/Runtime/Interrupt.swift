import Synchronization

/// The requests that running code has to heed: raised by a signal handler or another thread, polled by every loop and pipeline
/// stage.
public final class Interrupt: Sendable {
    private let flags = Atomic<UInt8>(0)
    private static let stop: UInt8 = 1
    private static let turn: UInt8 = 2
    private static let event: UInt8 = 4
    private static let overflow: UInt8 = 8

    /// Makes an interrupt without requests.
    public init() {}

    /// Ctrl-C: asks the running code to stop.
    public func request() { flags.bitwiseOr(Self.stop, ordering: .relaxed) }
    /// Takes the request to stop back.
    public func clear() { flags.bitwiseAnd(~Self.stop, ordering: .relaxed) }
    /// Whether the running code is to stop.
    public var isRequested: Bool { flags.load(ordering: .relaxed) & Self.stop != 0 }

    /// Whether there is any request: the one check that running code makes at each step.
    @inline(__always) var isRaised: Bool { flags.load(ordering: .relaxed) != 0 }

    /// Asks the running code to let another runspace run.
    func requestTurn() { flags.bitwiseOr(Self.turn, ordering: .relaxed) }
    /// Takes the request of a turn back.
    /// - Returns: whether there was one.
    func takeTurn() -> Bool { flags.bitwiseAnd(~Self.turn, ordering: .relaxed).oldValue & Self.turn != 0 }

    /// Notes a call depth overflow that no code has heard of yet.
    func noteOverflow() { flags.bitwiseOr(Self.overflow, ordering: .relaxed) }
    /// Takes the note of an overflow back.
    /// - Returns: whether there was one.
    func takeOverflow() -> Bool { flags.bitwiseAnd(~Self.overflow, ordering: .relaxed).oldValue & Self.overflow != 0 }

    /// Notes that an event came for which a script registered an action.
    package func noteEvent() { flags.bitwiseOr(Self.event, ordering: .relaxed) }
    var hasEvent: Bool { flags.load(ordering: .relaxed) & Self.event != 0 }
    /// Takes the note of an event back.
    /// - Returns: whether there was one.
    package func takeEvent() -> Bool { flags.bitwiseAnd(~Self.event, ordering: .relaxed).oldValue & Self.event != 0 }
}
