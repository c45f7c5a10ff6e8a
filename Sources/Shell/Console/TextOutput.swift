import Glibc
import Synchronization

/// Buffered text for a descriptor. At most 32 KiB are collected before they are written.
///
/// Thread-safe: while a question waits for its answer, code of other runspaces runs and may write here.
public final class TextOutput: Sendable {
    private struct State {
        var buffer: [UInt8] = []
        var isBroken = false
    }

    private let descriptor: Int32
    private let state = Mutex(State())
    private static let limit = 1 << 15

    /// Writes to a descriptor that the caller owns.
    public init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// Whether a write failed (the reader has closed its end); further text is dropped.
    public var isBroken: Bool { state.withLock { $0.isBroken } }

    /// Adds text to the buffer.
    public func write(_ text: String) {
        state.withLock { state in
            state.buffer.append(contentsOf: text.utf8)
            if state.buffer.count >= Self.limit { flush(&state) }
        }
    }

    /// Writes the buffer, waiting while a non-blocking descriptor is full.
    public func flush() { state.withLock { flush(&$0) } }

    private func flush(_ state: inout State) {
        var start = 0
        while start < state.buffer.count, !state.isBroken {
            let count = state.buffer.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
            }
            if count > 0 {
                start += count
            } else if errno == EAGAIN {
                var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&entry, 1, 1000)
            } else if errno != EINTR {
                state.isBroken = true
            }
        }
        state.buffer.removeAll(keepingCapacity: true)
    }

    deinit { flush() }
}
