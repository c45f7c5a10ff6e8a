/// One message of the wire between the host and a utility VM's agent, and between a shell and a container's supervisor.
///
/// After hcsshim's guest protocol: a header of 16 bytes, little endian, then the payload.
///
///     0        4         8                16
///     | kind   | length  | id             | payload …
///
/// Control frames carry JSON, data frames raw bytes. `id` is the request's number in requests and responses, the stream's in frames of a
/// stream, and zero elsewhere.
package struct WireFrame: Sendable, Hashable {
    package enum Kind: UInt32, Sendable, CaseIterable {
        /// `Hello`, first in both directions and never again.
        case hello = 1
        /// `Request`, with an id that only grows.
        case request = 2
        /// `Response` to the request of that id, exactly one.
        case response = 3
        /// `Event`, from the side that runs processes.
        case event = 4
        /// Bytes of a stream, no more than the receiver has given credit for.
        case data = 5
        /// The sender has no more bytes for this stream.
        case end = 6
        /// Four bytes: so many more bytes may be sent on this stream.
        case credit = 7
        /// The sender takes no more bytes of this stream: whoever writes there gets the error of a closed pipe.
        case stop = 8
    }

    package static let headerSize = 16

    package var kind: Kind
    package var id: UInt64
    package var payload: [UInt8]

    package init(_ kind: Kind, id: UInt64 = 0, payload: [UInt8] = []) {
        self.kind = kind
        self.id = id
        self.payload = payload
    }

    /// The bytes on the wire.
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

/// What the other side did that the protocol forbids. The channel ends with it: nothing after it can be trusted.
package struct ProtocolError: Error, Sendable, Hashable, CustomStringConvertible {
    package var message: String

    package init(_ message: String) { self.message = message }

    package var description: String { message }
}

extension [UInt8] {
    package mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }

    /// The number at an offset; nil where the array is too short.
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
