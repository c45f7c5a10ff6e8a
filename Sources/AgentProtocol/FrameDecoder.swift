/// Splits a stream of bytes into frames. It reads no descriptor and knows nothing of streams.
///
/// A length is checked against the limit of its kind before memory is allocated for it: a hostile peer costs at most the memory of
/// one frame.
package struct FrameDecoder: Sendable {
    /// The longest payloads, in bytes.
    package struct Limits: Sendable, Hashable {
        /// Of control frames, which carry JSON.
        package var control: Int
        /// Of `data` frames.
        package var data: Int

        /// Makes limits in bytes.
        package init(control: Int, data: Int) {
            self.control = control
            self.data = data
        }

        /// What the host accepts from a guest, whose control frames are short.
        package static let fromGuest = Limits(control: 64 << 10, data: 32 << 10)
        /// What an agent accepts from its host: an OCI config with its seccomp filter has some tens of KiB.
        package static let fromHost = Limits(control: 1 << 20, data: 32 << 10)
    }

    private let limits: Limits
    private var buffer: [UInt8] = []
    private var start = 0

    /// Makes a decoder with these limits.
    package init(limits: Limits) { self.limits = limits }

    /// The number of bytes taken in and not yet returned as frames.
    package var buffered: Int { buffer.count - start }

    /// Takes in bytes as they were received.
    package mutating func append(_ bytes: some Collection<UInt8>) {
        if start > 0 {
            // Consumed bytes are removed here, once per read, rather than once per frame.
            buffer.removeFirst(start)
            start = 0
        }
        buffer += bytes
    }

    /// The next complete frame; nil if more bytes are needed.
    /// - Throws: `ProtocolError` for an unknown kind or a length beyond the limit; the decoder must not be used any more.
    package mutating func next() throws(ProtocolError) -> WireFrame? {
        guard buffered >= WireFrame.headerSize, let rawKind = buffer.littleEndian(UInt32.self, at: start),
            let rawLength = buffer.littleEndian(UInt32.self, at: start + 4),
            let id = buffer.littleEndian(UInt64.self, at: start + 8)
        else { return nil }
        guard let kind = WireFrame.Kind(rawValue: rawKind) else { throw ProtocolError("a frame of the unknown kind \(rawKind)") }
        let length = Int(rawLength)
        try check(kind, length)
        guard buffered >= WireFrame.headerSize + length else { return nil }
        let from = start + WireFrame.headerSize
        start = from + length
        return WireFrame(kind, id: id, payload: Array(buffer[from..<start]))
    }

    private func check(_ kind: WireFrame.Kind, _ length: Int) throws(ProtocolError) {
        let allowed: ClosedRange<Int> =
            switch kind {
            case .hello, .request, .response, .event: 2...limits.control
            case .data: 1...limits.data
            case .credit: 4...4
            case .end, .stop: 0...0
            }
        guard allowed.contains(length) else {
            throw ProtocolError("a \(kind) frame of \(length) bytes, where \(allowed) are allowed")
        }
    }
}
