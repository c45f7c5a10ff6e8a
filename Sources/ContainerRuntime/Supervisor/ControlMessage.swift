import ContainerModel
import Glibc
import LinuxSystem

/// What a shell and a container's supervisor say to each other over the socket `control` in the container's runtime folder. A connection
/// carries one request; for `execute` it then lives as long as the process, and for `attach`, whose process is the container's main one, as
/// long as the client likes.
///
/// On the wire: four bytes of length, the highest first, and JSON. Descriptors go with the first byte of the message.
package struct ControlMessage: Sendable, Codable {
    /// What a message asks or answers.
    package enum Kind: String, Sendable, Codable {
        // From the shell.
        case execute, attach, stop, kill, resize, signal
        // From the supervisor.
        case started, exited, done, failed
    }

    /// Which of the fields below have a value.
    package var kind: Kind
    /// The process to start, of `execute`.
    package var process: ProcessSpecification?
    /// The seconds that init has to end, of `stop`.
    package var grace: Double?
    /// resize
    package var columns: UInt16?
    /// resize
    package var rows: UInt16?
    /// The signal's number, of `signal`; the exit code, of `exited`.
    package var number: Int32?
    /// started
    package var hostPID: Int32?
    /// started
    package var containerPID: Int32?
    /// failed
    package var error: ContainerError?

    /// A message without fields.
    package init(_ kind: Kind) { self.kind = kind }

    /// Longer than any command line may be (2 MiB).
    private static let limit = 4 << 20

    /// Sends the message, with descriptors where there are any.
    /// - Throws: `InvalidArgument` where it is longer than 4 MiB; `StateUnavailable` where the other side has gone.
    package func send(over socket: Int32, descriptors: [Int32] = []) throws(ContainerError) {
        let body = try Document.encode(self, pretty: false)
        guard body.count <= Self.limit else {
            throw ContainerError("InvalidArgument", "The command line and environment are too long: \(body.count) bytes.")
        }
        let length = UInt32(body.count)
        let header = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) }
        try ContainerError.wrap("The container's supervisor does not answer.") { () throws(SystemError) in
            try UnixSocket.send(header + body, descriptors: descriptors, over: socket)
        }
    }

    /// The next message; nil at the end of the connection.
    /// - Throws: `StateUnavailable` where the bytes are no message.
    package static func receive(from socket: Int32) throws(ContainerError) -> (message: ControlMessage, descriptors: [Descriptor])?
    {
        do throws(SystemError) {
            let first = try UnixSocket.receive(atMost: 4, from: socket)
            if first.bytes.isEmpty { return nil }
            var header = first.bytes
            if header.count < 4 {
                guard let rest = try readFully(socket, 4 - header.count) else { return nil }
                header += rest
            }
            let length = header.reduce(0) { $0 << 8 | Int($1) }
            guard length <= limit else { throw SystemError(EMSGSIZE, "receive a message of \(length) bytes") }
            guard let body = try readFully(socket, length) else { return nil }
            guard let message = try? Document.decode(ControlMessage.self, body) else { throw SystemError(EPROTO, "read a message") }
            return (message, first.descriptors)
        } catch {
            if error.number == ECONNRESET || error.number == EPIPE { return nil }
            throw .state(error, "The container's supervisor cannot be understood.")
        }
    }
}
