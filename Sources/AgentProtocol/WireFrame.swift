/// A frame of the protocol between the host and a utility VM's agent, and between a shell and a container's supervisor.
///
/// Modelled on hcsshim's guest protocol: a header of 16 bytes in little-endian order, followed by the payload.
///
///     0        4         8                16
///     | kind   | length  | id             | payload …
///
/// Control frames (`hello`, `request`, `response`, `event`) carry JSON, `data` frames raw bytes. `id` is the request's number in
/// requests and responses, the stream's in `data`, `end`, `credit` and `stop`, and 0 elsewhere.
package struct WireFrame: Sendable, Hashable {
    /// The kind of a frame, and so the meaning of its payload.
    package enum Kind: UInt32, Sendable, CaseIterable {
        /// `Hello`: the first frame in each direction, sent once.
        case hello = 1
        /// `Request`, with an id greater than that of every request before.
        case request = 2
        /// The one `Response` to the request with this id.
        case response = 3
        /// `Event`, sent by the side that runs the processes.
        case event = 4
        /// Bytes of a stream, not more than the receiver has granted credit for.
        case data = 5
        /// The sender will send no more bytes of this stream. No payload.
        case end = 6
        /// Grants credit: a 32-bit number of further bytes that may be sent on this stream.
        case credit = 7
        /// The sender accepts no more bytes of this stream, so the program that writes them must see a closed pipe. No payload.
        case stop = 8
    }

    /// The size of the header in bytes.
    package static let headerSize = 16

    /// The kind.
    package var kind: Kind
    /// The request's or stream's number; 0 for other frames.
    package var id: UInt64
    /// The payload, without the header.
    package var payload: [UInt8]

    /// Makes a frame; the parameters are the properties of the same names.
    package init(_ kind: Kind, id: UInt64 = 0, payload: [UInt8] = []) {
        self.kind = kind
        self.id = id
        self.payload = payload
    }

    /// The frame as it is sent: header and payload.
    package var encoded: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.headerSize + payload.count)
        bytes.append(littleEndian: kind.rawValue)
        bytes.append(littleEndian: UInt32(clamping: payload.count))
        bytes.append(littleEndian: id)
        bytes += payload
        return bytes
    }
}

/// A breach of the protocol by the other side. The channel must be closed: nothing that follows can be trusted.
package struct ProtocolError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The breach, for a log.
    package var message: String

    /// Makes an error.
    package init(_ message: String) { self.message = message }

    package var description: String { message }
}

extension [UInt8] {
    /// Appends a number's bytes, the least significant first.
    package mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }

    /// The little-endian number at an offset in bytes; nil if the array is too short.
    package func littleEndian<Number: FixedWidthInteger>(_ type: Number.Type, at offset: Int) -> Number? {
        let size = MemoryLayout<Number>.size
        guard offset >= 0, count >= size, offset <= count - size else { return nil }
        var number: Number = 0
        for index in 0..<size {
            number |= Number(truncatingIfNeeded: self[offset + index]) << Number(truncatingIfNeeded: index * 8)
        }
        return number
    }
}
