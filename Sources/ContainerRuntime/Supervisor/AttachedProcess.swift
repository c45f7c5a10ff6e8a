import ContainerModel
import Glibc
import LinuxSystem
import Synchronization

/// The shell's handle of a container's main process: the caller's ends of its streams, which the supervisor relays, and of the stream on
/// which the supervisor tells how it ended.
package final class AttachedProcess: ContainerProcess {
    private let socket: String
    private let status: Descriptor
    private let streams: [Stream: Descriptor]
    private let theirs: [Int32: Descriptor]
    private let connection = Mutex<Descriptor?>(nil)
    private let ended = Mutex<Int32?>(nil)

    private enum Stream: Hashable { case terminal, input, output, error }

    /// Makes both ends of all streams.
    /// - Throws: the error of socketpair(2) or pipe2(2), such as EMFILE.
    ///
    /// - Parameter socket: the supervisor's control socket, which is there once the container runs.
    package init(_ mainProcess: MainProcess, socket: String) throws(SystemError) {
        self.socket = socket
        var streams: [Stream: Descriptor] = [:]
        var theirs: [Int32: Descriptor] = [:]
        // A socket, because shutdown(2) wakes a thread that waits for it, while closing a pipe does not.
        (status, theirs[Supervisor.statusDescriptor]) = try UnixSocket.pair()
        if mainProcess.terminal {
            let (mine, its) = try UnixSocket.pair()
            streams[.terminal] = mine
            (theirs[Supervisor.inputDescriptor], theirs[Supervisor.outputDescriptor]) = (its, its)
        } else {
            let (output, error) = (try Descriptor.pipe(), try Descriptor.pipe())
            (streams[.output], theirs[Supervisor.outputDescriptor]) = (output.read, output.write)
            (streams[.error], theirs[Supervisor.errorDescriptor]) = (error.read, error.write)
            if mainProcess.keepsInputOpen {
                let input = try Descriptor.pipe()
                (streams[.input], theirs[Supervisor.inputDescriptor]) = (input.write, input.read)
            }
        }
        self.streams = streams
        self.theirs = theirs
    }

    deinit { close() }

    /// The supervisor's ends by its descriptors.
    package var descriptors: [Int32: Int32] { theirs.mapValues(\.raw) }

    /// Closes the supervisor's ends in this process, once it has been started with copies of them.
    package func closeTheirs() {
        for descriptor in theirs.values { descriptor.close() }
    }

    package var terminal: Int32? { raw(.terminal) }
    package var standardInput: Int32? { raw(.input) }
    package var standardOutput: Int32? { raw(.output) }
    package var standardError: Int32? { raw(.error) }
    package var control: Int32? { nil }

    package func closeStandardInput() { streams[.input]?.close() }

    package func resize(columns: UInt16, rows: UInt16) {
        var message = ControlMessage(.resize)
        message.columns = columns
        message.rows = rows
        send(message)
    }

    package func signal(_ number: Int32) {
        var message = ControlMessage(.signal)
        message.number = number
        send(message)
    }

    /// Sends a request over the one connection to the supervisor, which the first request makes.
    private func send(_ message: ControlMessage) {
        connection.withLock { connection in
            if connection == nil, let made = try? UnixSocket.connect(socket),
                (try? ControlMessage(.attach).send(over: made.raw)) != nil
            {
                connection = made
            }
            if let connection { try? message.send(over: connection.raw) }
        }
    }

    package func wait() -> Int32 {
        ended.withLock { known in
            if let known { return known }
            // 137: what a supervisor that was killed, and reports no exit code, is taken for.
            var code: Int32 = 137
            while let bytes = try? readSome(status.raw, atMost: 16) {
                if let first = bytes.first { code = Int32(first) }
            }
            known = code
            return code
        }
    }

    package func close() {
        for stream in streams.values { stream.close() }
        if status.raw >= 0 { shutdown(status.raw, Int32(SHUT_RDWR)) }
        status.close()
        connection.withLock { $0?.close() }
    }

    private func raw(_ stream: Stream) -> Int32? {
        guard let raw = streams[stream]?.raw, raw >= 0 else { return nil }
        return raw
    }
}
