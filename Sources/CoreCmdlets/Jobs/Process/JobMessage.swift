import Glibc
import Interpreter
import LinuxSystem

/// What passes between a session and the process of a job of its: a kind and a text of CLIXML.
enum JobMessage: UInt8 {
    /// To the job: what it is to run, all of it at once.
    case start = 1
    /// To the job: end what runs.
    case stop
    /// From the job: what came of its streams, and that it has ended.
    case output, error, warning, verbose, debug, information, progress, ended
    /// From the job, before its end: what its code would be as a program's.
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

/// One end of the connection: a stream socket that carries messages, each with its length before it.
final class JobConnection: Sendable {
    let descriptor: Descriptor
    /// More than any object that makes sense; a length beyond it is no length.
    private static let longest = 1 << 30

    init(_ descriptor: Descriptor) { self.descriptor = descriptor }

    /// Nil at the end of the stream.
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

    func write(_ message: JobMessage, _ text: String) throws(SystemError) {
        let body = Array(text.utf8)
        var bytes: [UInt8] = [message.rawValue]
        for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: body.count >> shift)) }
        try writeFully(descriptor.raw, bytes + body)
    }
}
