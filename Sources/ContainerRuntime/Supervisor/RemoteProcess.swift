import ContainerModel
import Glibc
import LinuxSystem
import Synchronization

/// The shell's handle of a process in a container: the caller's ends of its streams and a connection to the container's supervisor.
package final class RemoteProcess: ContainerProcess {
    private let connection: Descriptor
    private let streams: [Stream: Descriptor]
    private let ended = Mutex<Int32?>(nil)
    /// The process id on the host; nil where the host's kernel does not run the process.
    package let hostPID: Int32?
    /// The process id inside the container; nil where it is not known.
    package let containerPID: Int32?

    private enum Stream: Hashable { case terminal, input, output, error, control }

    /// Starts a process through a container's supervisor.
    /// - Parameter socket: the path of the supervisor's control socket.
    /// - Throws: `StateUnavailable` if the supervisor does not answer; `ContainerNotRunning` if the container ends meanwhile; the
    ///   supervisor's own error (`ProgramNotFound`, `ProgramNotExecutable`, `ProgramNotStarted`).
    package init(_ specification: ProcessSpecification, socket: String) throws(ContainerError) {
        var streams: [Stream: Descriptor] = [:]
        var theirs: [Descriptor] = []
        let connection: Descriptor
        do throws(SystemError) {
            connection = try UnixSocket.connect(socket)
            if !specification.terminal, !specification.detached {
                let (input, output, error) = (try Descriptor.pipe(), try Descriptor.pipe(), try Descriptor.pipe())
                theirs = [input.read, output.write, error.write]
                (streams[.input], streams[.output], streams[.error]) = (input.write, output.read, error.read)
            }
            if specification.control {
                let (mine, its) = try UnixSocket.pair()
                theirs.append(its)
                streams[.control] = mine
            }
        } catch {
            throw .state(error, "The container's supervisor does not answer.")
        }
        var request = ControlMessage(.execute)
        request.process = specification
        try request.send(over: connection.raw, descriptors: theirs.map(\.raw))
        for descriptor in theirs { descriptor.close() }
        guard let answer = try ControlMessage.receive(from: connection.raw) else {
            throw ContainerError("ContainerNotRunning", "The container ended while the process was being started.")
        }
        if let error = answer.message.error { throw error }
        guard answer.message.kind == .started else {
            throw ContainerError("InvalidOperation", "The container's supervisor answered '\(answer.message.kind.rawValue)'.")
        }
        if specification.terminal { streams[.terminal] = answer.descriptors.first }
        hostPID = answer.message.hostPID
        containerPID = answer.message.containerPID
        self.connection = connection
        self.streams = streams
    }

    deinit { close() }

    package var terminal: Int32? { raw(.terminal) }
    package var standardInput: Int32? { raw(.input) }
    package var standardOutput: Int32? { raw(.output) }
    package var standardError: Int32? { raw(.error) }
    package var control: Int32? { raw(.control) }

    package func closeStandardInput() { streams[.input]?.close() }

    package func resize(columns: UInt16, rows: UInt16) {
        // The size of a terminal of this kernel is set directly (TIOCSWINSZ); for a guest's terminal the supervisor is asked.
        if let terminal, isatty(terminal) != 0 {
            try? WindowSize(columns: columns, rows: rows).set(on: terminal)
            return
        }
        var message = ControlMessage(.resize)
        message.columns = columns
        message.rows = rows
        try? message.send(over: connection.raw)
    }

    package func signal(_ number: Int32) {
        var message = ControlMessage(.signal)
        message.number = number
        try? message.send(over: connection.raw)
    }

    package func wait() -> Int32 {
        ended.withLock { known in
            if let known { return known }
            var code: Int32 = 137
            while let message = (try? ControlMessage.receive(from: connection.raw))?.message {
                if message.kind == .exited {
                    code = message.number ?? 255
                    break
                }
            }
            known = code
            return code
        }
    }

    package func close() {
        for stream in streams.values { stream.close() }
        // shutdown(2) wakes a thread in `wait`; close(2) would not.
        if connection.raw >= 0 { shutdown(connection.raw, Int32(SHUT_RDWR)) }
        connection.close()
    }

    private func raw(_ stream: Stream) -> Int32? {
        guard let raw = streams[stream]?.raw, raw >= 0 else { return nil }
        return raw
    }
}
