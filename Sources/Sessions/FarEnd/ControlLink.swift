import AgentProtocol
import Glibc
import Interpreter
import LinuxSystem
import Synchronization
import Values

/// The endpoint's end of the control stream. A thread reads; the engine's thread takes requests one by one and may ask the shell itself.
package final class ControlLink: Sendable {
    /// A request of the shell.
    package struct Incoming: Sendable {
        /// What the answer has to carry.
        package let id: UInt64
        /// Message and value as they came: values belong to the thread that decodes them.
        let frame: SessionFrame

        /// Decodes the request, on the thread that will use it.
        /// - Throws: `WireError` for bytes that are no message.
        package func read() throws(WireError) -> (message: SessionMessage, value: Value) { try SessionMessage.read(frame) }
    }

    private struct State {
        var requests: [Incoming] = []
        var answers: [UInt64: SessionFrame] = [:]
        var nextID: UInt64 = 1
        var isClosed = false
    }

    private let descriptor: Descriptor
    private let state = Mutex(State())
    private let writing = Mutex(())
    private let interrupt: Interrupt
    private let wakeRead: Descriptor
    private let wakeWrite: Descriptor

    /// Takes ownership of a connected stream socket. Nothing is read before `greeting` and `start`.
    /// - Throws: the error of pipe2(2) or fcntl(2).
    package init(_ descriptor: Descriptor, interrupt: Interrupt) throws(SystemError) {
        self.descriptor = descriptor
        self.interrupt = interrupt
        (wakeRead, wakeWrite) = try Descriptor.pipe()
        try wakeRead.setNonBlocking(true)
        try wakeWrite.setNonBlocking(true)
    }

    /// Waits for the shell's greeting and answers it. To be called once, before `start`.
    /// - Parameter timeout: seconds without a byte after which the wait ends.
    /// - Throws: `WireError` if no greeting comes in time, or the first frame is none of this version; `ProtocolError` for a malformed
    ///   frame; the error of read(2).
    package func greeting(timeout: Double = 30) throws -> SessionGreeting {
        var decoder = FrameDecoder(limits: SessionMessage.frameLimits)
        while true {
            if let frame = try decoder.next() {
                guard frame.kind == .hello, let greeting = SessionGreeting(try ValueDecoder.decode(frame.payload)) else {
                    throw WireError("no greeting")
                }
                try send(SessionFrame(.hello, payload: try ValueEncoder.encode(greeting.value)))
                return greeting
            }
            guard try !Poll.wait(for: [(descriptor.raw, .input)], timeout: timeout).isEmpty,
                let bytes = try readSome(descriptor.raw, atMost: 4096)
            else { throw WireError("no greeting came") }
            decoder.append(bytes)
        }
    }

    /// Starts the thread that reads.
    /// - Throws: `EAGAIN` where the system gives no more threads.
    package func start() throws(SystemError) {
        try SystemThread.start { self.readAll() }
    }

    private func readAll() {
        var decoder = FrameDecoder(limits: SessionMessage.frameLimits)
        do {
            while let bytes = try readSome(descriptor.raw, atMost: 64 << 10) {
                decoder.append(bytes)
                while let frame = try decoder.next() { take(frame) }
            }
        } catch {
            // A read error or a malformed frame ends the session, as the end of the stream does.
        }
        state.withLock { $0.isClosed = true }
        // The shell is gone: interrupt what the engine is running, nobody will read the result.
        interrupt.request()
        wake()
    }

    private func take(_ frame: SessionFrame) {
        switch frame.kind {
        case .request where frame.payload.first == SessionMessage.stop.rawValue: interrupt.request()
        case .request: state.withLock { $0.requests.append(Incoming(id: frame.id, frame: frame)) }
        case .response: state.withLock { $0.answers[frame.id] = frame }
        default: return
        }
        wake()
    }

    private func wake() { _ = [UInt8(0)].withUnsafeBytes { write(wakeWrite.raw, $0.baseAddress, 1) } }

    private func waitForNews() {
        _ = try? Poll.wait(for: [(wakeRead.raw, .input)], timeout: 1)
        _ = try? readSome(wakeRead.raw, atMost: 4096)
    }

    /// The next request; nil where the shell has gone.
    package func next() -> Incoming? {
        while true {
            let (request, closed) = state.withLock { state in
                (state.requests.isEmpty ? nil : state.requests.removeFirst(), state.isClosed)
            }
            if let request { return request }
            if closed { return nil }
            waitForNews()
        }
    }

    /// Sends a frame. A frame that cannot be written is dropped, since the shell is gone then.
    package func send(_ frame: SessionFrame) {
        writing.withLock { _ in _ = try? writeFully(descriptor.raw, frame.encoded) }
    }

    /// Sends the shell a request and returns its answer; null where the shell is gone or has no answer.
    package func ask(_ message: SessionMessage, _ value: Value) -> Value {
        let id = state.withLock { state in
            defer { state.nextID += 1 }
            return state.nextID
        }
        guard let frame = try? message.frame(.request, id: id, value) else { return .null }
        send(frame)
        while true {
            let (answer, closed) = state.withLock { ($0.answers.removeValue(forKey: id), $0.isClosed) }
            if let answer { return (try? SessionMessage.read(answer).value) ?? .null }
            if closed || interrupt.isRequested { return .null }
            waitForNews()
        }
    }
}
