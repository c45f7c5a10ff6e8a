/// Cuts a byte stream into frames. Pure: it reads no descriptor and knows no streams.
///
/// A length is checked against its kind's limit before anything of that size is allocated, so that a hostile peer costs at most one
/// frame's memory.
package struct FrameDecoder: Sendable {
    /// The longest payload by kind.
    package struct Limits: Sendable, Hashable {
        /// JSON payloads.
        package var control: Int
        /// Payloads of data frames.
        package var data: Int

        package init(control: Int, data: Int) {
            self.control = control
            self.data = data
        }

        /// What the host takes from a guest: answers are short.
        package static let fromGuest = Limits(control: 64 << 10, data: 32 << 10)
        /// What an agent takes from its host: an OCI config with its seccomp filter is some ten KiB.
        package static let fromHost = Limits(control: 1 << 20, data: 32 << 10)
    }

    private let limits: Limits
    private var buffer: [UInt8] = []
    private var start = 0

    package init(limits: Limits) { self.limits = limits }

    /// Bytes that were taken in and not yet given out as frames.
    package var buffered: Int { buffer.count - start }

    package mutating func append(_ bytes: some Collection<UInt8>) {
        if start > 0 {
            // Moved once per read rather than once per frame.
            buffer.removeFirst(start)
            start = 0
        }
        buffer += bytes
    }

    /// The next whole frame; nil where more bytes are needed. After an error the decoder is of no more use.
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
