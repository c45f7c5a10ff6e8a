/// The bookkeeping of one stream, without its descriptor: how much may be sent, what waits to be delivered, which directions have ended.
///
/// Credit is counted per stream, so that a program that does not read stops its own writer and nobody else's. A sender starts with one
/// window; the receiver gives back what it has delivered, in halves of a window rather than byte by byte.
package struct StreamState: Sendable, Hashable {
    /// Bytes that may be on their way at once, and the most that is kept of one stream.
    package static let window = 64 << 10

    /// This side sends bytes (it reads its descriptor).
    package let sends: Bool
    /// This side receives bytes (it writes its descriptor).
    package let receives: Bool

    package private(set) var sendCredit = StreamState.window
    package private(set) var sendEnded = false
    package private(set) var receiveEnded = false
    /// Received and not delivered yet.
    package private(set) var pending: [UInt8] = []
    private var receiveCredit = StreamState.window
    private var owed = 0
    private var stopSent = false
    /// True once nobody takes what comes: it is dropped, and credit is given all the same.
    package private(set) var discards = false

    package init(sends: Bool, receives: Bool) {
        self.sends = sends
        self.receives = receives
        sendEnded = !sends
        receiveEnded = !receives
    }

    /// Nothing more will come or go.
    package var isFinished: Bool { sendEnded && receiveEnded && pending.isEmpty }

    /// How many bytes may be read from the descriptor now to be sent.
    package var readable: Int { sendEnded ? 0 : min(sendCredit, 32 << 10) }

    package mutating func didSend(_ count: Int) { sendCredit = max(0, sendCredit - count) }

    package mutating func didEndSending() { sendEnded = true }

    package mutating func grant(_ count: UInt32) throws(ProtocolError) {
        let (sum, overflow) = sendCredit.addingReportingOverflow(Int(count))
        guard count > 0, !overflow, sum <= Self.window else { throw ProtocolError("a credit of \(count) beyond the window") }
        guard sends else { throw ProtocolError("a credit for a stream that is only received") }
        sendCredit = sum
    }

    package mutating func receive(_ bytes: [UInt8]) throws(ProtocolError) {
        guard receives, !receiveEnded else { throw ProtocolError("data on a stream that has ended") }
        guard bytes.count <= receiveCredit else { throw ProtocolError("\(bytes.count) bytes where \(receiveCredit) may be sent") }
        receiveCredit -= bytes.count
        if discards { owed += bytes.count } else { pending += bytes }
    }

    package mutating func receiveEnd() throws(ProtocolError) {
        guard receives, !receiveEnded else { throw ProtocolError("a second end of a stream") }
        receiveEnded = true
    }

    /// `count` of the pending bytes were delivered.
    package mutating func didDeliver(_ count: Int) {
        let count = min(count, pending.count)
        pending.removeFirst(count)
        owed += count
    }

    /// Nobody takes what comes any more. True where the other side is to be told (`stop`), once.
    package mutating func discard() -> Bool {
        owed += pending.count
        pending = []
        discards = true
        defer { stopSent = true }
        return receives && !receiveEnded && !stopSent
    }

    /// Credit that is to be given back now; nil where it is not worth a frame yet.
    package mutating func creditDue() -> UInt32? {
        guard !receiveEnded, owed >= Self.window / 2 else { return nil }
        defer {
            receiveCredit += owed
            owed = 0
        }
        return UInt32(clamping: owed)
    }
}
