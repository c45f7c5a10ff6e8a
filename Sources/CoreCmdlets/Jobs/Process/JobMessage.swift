import Glibc
import Interpreter
import LinuxSystem

/// The kinds of messages between a session and the process of one of its jobs. Each message has a text, usually CLIXML.
enum JobMessage: UInt8 {
    /// To the job: everything that it is to run (`JobStart`).
    case start = 1
    /// To the job: stop.
    case stop
    /// From the job: a record of one of its streams; and its end, with the error that ended it or an empty text.
    case output, error, warning, verbose, debug, information, progress, ended
    /// From the job, before its end: the exit code that it would have as a program, in decimal.
    case exitCode

    init(_ kind: StreamKind) {
        switch kind {
        case .output: self = .output
        case .error: self = .error
        case .warning: self = .warning
        case .verbose: self = .verbose
        case .debug: self = .debug
        case .information: self = .information
        case .progress: self = .progress
        }
    }

    var stream: StreamKind? { StreamKind.allCases.first { JobMessage($0) == self } }
}

/// One end of the connection between a session and a job: a stream socket. Each message is its kind (one byte), the length of its
/// text (four bytes, big-endian) and the text in UTF-8.
final class JobConnection: Sendable {
    let descriptor: Descriptor
    /// The longest text that is accepted, in bytes: more than any sensible object needs. A greater length means that the stream is
    /// out of step.
    private static let longest = 1 << 30

    init(_ descriptor: Descriptor) { self.descriptor = descriptor }

    /// Reads the next message.
    /// - Returns: nil at the end of the stream.
    /// - Throws: `SystemError`; EPROTO for an unknown kind or a length beyond the limit.
    func read() throws(SystemError) -> (message: JobMessage, text: String)? {
        guard let head = try readFully(descriptor.raw, 5) else { return nil }
        let length = head[1...].reduce(0) { $0 << 8 | Int($1) }
        guard let message = JobMessage(rawValue: head[0]), length <= Self.longest else {
            throw SystemError(EPROTO, "read a job's message")
        }
        guard length > 0 else { return (message, "") }
        guard let body = try readFully(descriptor.raw, length) else { return nil }
        return (message, String(decoding: body, as: UTF8.self))
    }

    /// Sends a message.
    /// - Throws: `SystemError` if the other side has gone.
    func write(_ message: JobMessage, _ text: String) throws(SystemError) {
        let body = Array(text.utf8)
        var bytes: [UInt8] = [message.rawValue]
        for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: body.count >> shift)) }
        try writeFully(descriptor.raw, bytes + body)
    }
}
