import Glibc

/// Bytes to a descriptor, gathered while nobody waits for them.
public final class TextOutput {
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    /// True once the other end is gone: the rest is dropped.
    public private(set) var isBroken = false
    private static let limit = 1 << 15

    public init(_ descriptor: Int32) { self.descriptor = descriptor }

    public func write(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.limit { flush() }
    }

    public func flush() {
        var start = 0
        while start < buffer.count, !isBroken {
            let count = buffer.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start) }
            if count > 0 {
                start += count
            } else if errno == EAGAIN {
                var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&entry, 1, 1000)
            } else if errno != EINTR {
                isBroken = true
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    deinit { flush() }
}
