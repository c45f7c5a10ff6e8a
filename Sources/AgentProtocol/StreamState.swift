/// The state of one stream without its descriptors: its credit, the bytes that wait to be delivered, and which directions have
/// ended.
///
/// Credit is counted for each stream, so that a program that does not read blocks only its own writer. A sender begins with a
/// credit of one window. The receiver returns credit for delivered bytes in portions of half a window, not byte by byte.
package struct StreamState: Sendable, Hashable {
    /// The most bytes of a stream that may be on their way or wait to be delivered, in one direction.
    package static let window = 64 << 10

    /// Whether this side sends bytes, which it reads from its descriptor.
    package let sends: Bool
    /// Whether this side receives bytes, which it writes to its descriptor.
    package let receives: Bool

    /// The number of bytes that may still be sent.
    package private(set) var sendCredit = StreamState.window
    /// Whether the direction away from this side has ended.
    package private(set) var sendEnded = false
    /// Whether the direction towards this side has ended.
    package private(set) var receiveEnded = false
    /// Bytes that were received and not yet delivered.
    package private(set) var pending: [UInt8] = []
    private var receiveCredit = StreamState.window
    private var owed = 0
    private var stopSent = false
    /// Whether received bytes are dropped because nobody reads them. Credit is still returned for them.
    package private(set) var discards = false

    /// Makes the state of a new stream.
    package init(sends: Bool, receives: Bool) {
        self.sends = sends
        self.receives = receives
        sendEnded = !sends
        receiveEnded = !receives
    }

    /// Whether both directions have ended and everything is delivered.
    package var isFinished: Bool { sendEnded && receiveEnded && pending.isEmpty }

    /// The number of bytes that may now be read from the descriptor to be sent: the credit, at most 32 KiB.
    package var readable: Int { sendEnded ? 0 : min(sendCredit, 32 << 10) }

    /// Uses up credit for bytes that were sent.
    package mutating func didSend(_ count: Int) { sendCredit = max(0, sendCredit - count) }

    /// Records that the direction away from this side has ended.
    package mutating func didEndSending() { sendEnded = true }

    /// Takes credit that the other side grants.
    /// - Throws: `ProtocolError` if the credit would exceed the window, or this side does not send.
    package mutating func grant(_ count: UInt32) throws(ProtocolError) {
        let (sum, overflow) = sendCredit.addingReportingOverflow(Int(count))
        guard count > 0, !overflow, sum <= Self.window else { throw ProtocolError("a credit of \(count) beyond the window") }
        guard sends else { throw ProtocolError("a credit for a stream that is only received") }
        sendCredit = sum
    }

    /// Takes received bytes.
    /// - Throws: `ProtocolError` if the stream has ended or there are more bytes than credit.
    package mutating func receive(_ bytes: [UInt8]) throws(ProtocolError) {
        guard receives, !receiveEnded else { throw ProtocolError("data on a stream that has ended") }
        guard bytes.count <= receiveCredit else { throw ProtocolError("\(bytes.count) bytes where \(receiveCredit) may be sent") }
        receiveCredit -= bytes.count
        if discards { owed += bytes.count } else { pending += bytes }
    }

    /// Takes the end of the direction towards this side.
    /// - Throws: `ProtocolError` if it has ended before.
    package mutating func receiveEnd() throws(ProtocolError) {
        guard receives, !receiveEnded else { throw ProtocolError("a second end of a stream") }
        receiveEnded = true
    }

    /// Removes the first `count` pending bytes, which were delivered.
    package mutating func didDeliver(_ count: Int) {
        let count = min(count, pending.count)
        pending.removeFirst(count)
        owed += count
    }

    /// Drops pending and all further bytes, because nobody reads them any more.
    /// - Returns: whether a `stop` frame must now be sent; true only once.
    package mutating func discard() -> Bool {
        owed += pending.count
        pending = []
        discards = true
        defer { stopSent = true }
        return receives && !receiveEnded && !stopSent
    }

    /// The credit to return now; nil if it is not yet worth a frame (half a window). Call only if the credit will be sent.
    package mutating func creditDue() -> UInt32? {
        guard !receiveEnded, owed >= Self.window / 2 else { return nil }
        defer {
            receiveCredit += owed
            owed = 0
        }
        return UInt32(clamping: owed)
    }
}
