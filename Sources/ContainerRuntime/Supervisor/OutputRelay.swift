import ContainerModel
import Glibc
import LinuxSystem

/// Copies a process's output to the container's log and to the attached client, until every stream of the process has ended. A client that
/// has gone is dropped.
/// The output passes through the supervisor instead of going straight to the client, so that the process can outlive its client and its
/// output is logged.
struct OutputRelay: Sendable {
    /// A stream of the process: where it is read, its name in the log, and the client's end of it.
    struct Stream: Sendable {
        var source: Descriptor
        var name: ContainerOutput.Stream
        var client: Descriptor?

        /// Lets the client read the end. A socket carries its input as well, whose reader wakes up by this.
        fileprivate func end() {
            guard let client else { return }
            shutdown(client.raw, Int32(SHUT_RDWR))
            client.close()
        }
    }

    private let thread: SystemThread

    init(_ streams: [Stream], log: ContainerLog.Writer) throws(SystemError) {
        thread = try SystemThread.start { Self.copy(streams, log) }
    }

    /// For the output of a container's init, which no client sees.
    static func streams(into log: ContainerLog.Writer) throws(SystemError) -> ProcessStreams {
        let (output, error) = (try Descriptor.pipe(), try Descriptor.pipe())
        _ = try OutputRelay(
            [
                Stream(source: output.read, name: .output, client: nil), Stream(source: error.read, name: .error, client: nil),
            ], log: log)
        return ProcessStreams(output: output.write, error: error.write)
    }

    /// Waits until all output is copied.
    func finish() { thread.join() }

    private static func copy(_ all: [Stream], _ log: ContainerLog.Writer) {
        var streams = all
        while !streams.isEmpty {
            guard let ready = try? Poll.wait(for: streams.map { ($0.source.raw, .input) }) else { return }
            var ended: [Int] = []
            for (index, _) in ready where !copyOnce(&streams[index], log) { ended.append(index) }
            for index in ended.sorted(by: >) {
                let stream = streams.remove(at: index)
                log.finish(stream.name)
                stream.end()
            }
        }
    }

    private static func copyOnce(_ stream: inout Stream, _ log: ContainerLog.Writer) -> Bool {
        guard let bytes = try? readSome(stream.source.raw, atMost: 1 << 16) else { return false }
        log.write(stream.name, bytes)
        if let client = stream.client, (try? writeFully(client.raw, bytes)) == nil {
            stream.end()
            stream.client = nil
        }
        return true
    }
}
