import Synchronization

/// What running code is to heed: set from a signal handler or another thread, read by every loop and stage.
public final class Interrupt: Sendable {
    private let flags = Atomic<UInt8>(0)
    private static let stop: UInt8 = 1
    private static let turn: UInt8 = 2
    private static let event: UInt8 = 4
    private static let overflow: UInt8 = 8

    public init() {}

    /// Ctrl-C: what runs is to end.
    public func request() { flags.bitwiseOr(Self.stop, ordering: .relaxed) }
    public func clear() { flags.bitwiseAnd(~Self.stop, ordering: .relaxed) }
    public var isRequested: Bool { flags.load(ordering: .relaxed) & Self.stop != 0 }

    /// Anything at all: the one question that running code asks each time.
    @inline(__always) var isRaised: Bool { flags.load(ordering: .relaxed) != 0 }

    /// Another runspace waits for its turn.
    func requestTurn() { flags.bitwiseOr(Self.turn, ordering: .relaxed) }
    func takeTurn() -> Bool { flags.bitwiseAnd(~Self.turn, ordering: .relaxed).oldValue & Self.turn != 0 }

    /// Calls were nested too deeply, which nobody has heard of yet.
    func noteOverflow() { flags.bitwiseOr(Self.overflow, ordering: .relaxed) }
    func takeOverflow() -> Bool { flags.bitwiseAnd(~Self.overflow, ordering: .relaxed).oldValue & Self.overflow != 0 }

    /// An event came for which a script has an action.
    func noteEvent() { flags.bitwiseOr(Self.event, ordering: .relaxed) }
    var hasEvent: Bool { flags.load(ordering: .relaxed) & Self.event != 0 }
    func takeEvent() -> Bool { flags.bitwiseAnd(~Self.event, ordering: .relaxed).oldValue & Self.event != 0 }
}
