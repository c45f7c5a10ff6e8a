import AgentProtocol
import CmdletKit
import CmdletSupport
import Interpreter
import LinuxSystem
import Values

/// The shell's end of a session's control stream. Used by one thread: `call` reads the stream until the answer has come.
package final class RunspaceClient {
    /// What an endpoint sends while something runs there.
    package enum Item {
        case output(Value)
        case error(ErrorRecord)
        /// The warning, verbose or debug stream, by its label.
        case line(String, String)
        case hostText(String, newline: Bool, foreground: String?, background: String?)
    }

    /// The requests that an endpoint may send to the shell.
    package struct Services {
        /// Reads a line from the shell's user; nil where there is nobody.
        package var readLine: (_ prompt: String, _ hidesInput: Bool) -> String?
        /// The processes' ids in the container and on its host, in pairs.
        package var hostProcesses: () -> [(Int32, Int32)] = { [] }
        /// The container's processes, for an endpoint whose system does not run them. The argument says whether they are to be listed or
        /// only looked up.
        package var processes: (_ isListing: Bool) -> [ProcessSnapshot] = { _ in [] }
        /// Ends one of these processes: the process id, and whether by force. Returns why the process could not be ended, or nil.
        package var stopProcess: (_ id: Int32, _ force: Bool) -> String? = { _, _ in nil }
        /// Lines that the user entered in this container before.
        package var history: () -> [String] = { [] }
        /// Keeps a line that the user entered.
        package var remember: (String) -> Void = { _ in }

        /// Services of which all but `readLine` answer nothing.
        package init(readLine: @escaping (String, Bool) -> String? = { _, _ in nil }) { self.readLine = readLine }
    }

    private let descriptor: Int32
    private let services: Services
    private var decoder = FrameDecoder(limits: SessionMessage.frameLimits)
    private var lastID: UInt64 = 0
    /// False once the endpoint is gone or has broken the protocol.
    package private(set) var isAlive = true
    /// True after the user has left the session.
    package private(set) var saidGoodbye = false

    /// - Parameter descriptor: a connected stream socket, which stays the caller's.
    package init(_ descriptor: Int32, services: Services) {
        self.descriptor = descriptor
        self.services = services
    }

    /// Sends the greeting and waits for the endpoint's answer.
    /// - Throws: `WireError` if no endpoint answers in time.
    package func greet(_ greeting: SessionGreeting, timeout: Double = 30) throws {
        try writeFully(descriptor, SessionFrame(.hello, payload: try ValueEncoder.encode(greeting.value)).encoded)
        let end = monotonicSeconds() + timeout
        while true {
            if let frame = try decoder.next() {
                guard frame.kind == .hello else { throw WireError("no greeting") }
                return
            }
            guard try read(timeout: end - monotonicSeconds()) else { throw WireError("no greeting came") }
        }
    }

    /// Sends a request, hands the events that come meanwhile to `handle`, and returns the answer.
    ///
    /// - Parameters:
    ///   - interrupt: once it is set, the endpoint is asked to stop.
    ///   - handle: receives the endpoint's output; `.enough` asks the endpoint to stop.
    ///   - Throws: `PipelineStopped` after an interrupt; what `handle` throws; `WireError` if the value is too large to be sent (the
    ///     session stays usable), the endpoint is gone, broke the protocol, or does not stop within 5 s.
    package func call(
        _ message: SessionMessage, _ value: Value, interrupt: Interrupt, handle: (Item) throws -> Flow = { _ in .more }
    ) throws -> Value {
        lastID += 1
        // A message that is too large fails only this call: no byte of it has been sent, so that the session stays usable.
        try write(try message.frame(.request, id: lastID, value))
        do {
            return try answer(to: lastID, interrupt, handle)
        } catch let error as WireError {
            // After a malformed message nothing that follows on the stream can be trusted.
            isAlive = false
            throw error
        }
    }

    private func answer(to id: UInt64, _ interrupt: Interrupt, _ handle: (Item) throws -> Flow) throws -> Value {
        var stopping: Double?
        var failure: (any Error)?
        var interrupted = false
        func stop() {
            guard stopping == nil else { return }
            stopping = monotonicSeconds() + 5
            if let frame = try? SessionMessage.stop.frame(.request, id: id, .null) { try? write(frame) }
        }
        while true {
            while let frame = try next() {
                switch frame.kind {
                case .response where frame.id == id:
                    if let failure { throw failure }
                    if interrupted { throw PipelineStopped() }
                    return try SessionMessage.read(frame).value
                case .request: try serve(frame)
                case .event:
                    guard let item = try item(frame), stopping == nil else { continue }
                    do {
                        if try handle(item) == .enough { stop() }
                    } catch {
                        failure = error
                        stop()
                    }
                default: throw WireError("an answer that was not asked for")
                }
            }
            if interrupt.isRequested, !interrupted {
                interrupted = true
                stop()
            }
            if let stopping, monotonicSeconds() > stopping {
                isAlive = false
                throw failure ?? (interrupted ? PipelineStopped() : WireError("the session does not stop"))
            }
            guard try read(timeout: 0.1, orTimeout: true) else {
                isAlive = false
                throw WireError("the session's other side has gone")
            }
        }
    }

    /// Handles the requests and events that have arrived outside a call, for a session that has the terminal.
    /// - Returns: false where the endpoint is gone.
    package func pump() -> Bool {
        guard isAlive else { return false }
        do {
            guard try read(timeout: 0, orTimeout: true) else {
                isAlive = false
                return false
            }
            while let frame = try next() {
                if frame.kind == .request { try serve(frame) } else if frame.kind == .event { _ = try item(frame) }
            }
        } catch {
            isAlive = false
        }
        return isAlive
    }

    // MARK: Frames

    private func next() throws -> SessionFrame? {
        do {
            return try decoder.next()
        } catch {
            isAlive = false
            throw error
        }
    }

    private func item(_ frame: SessionFrame) throws -> Item? {
        let (message, value) = try SessionMessage.read(frame)
        let parts = value.enumerated ?? []
        switch message {
        case .output: return .output(value)
        case .error: return value.asObject(ErrorRecord.self).map { .error($0) }
        case .line where parts.count == 2: return .line(parts[0].displayText, parts[1].displayText)
        case .hostText where parts.count == 4:
            return .hostText(
                parts[0].displayText, newline: Conversion.bool(parts[1]), foreground: parts[2].text, background: parts[3].text)
        case .goodbye:
            saidGoodbye = true
            return nil
        case .remember:
            if let line = value.text { services.remember(line) }
            return nil
        default: throw WireError("an event that is none")
        }
    }

    private func serve(_ frame: SessionFrame) throws {
        let (message, value) = try SessionMessage.read(frame)
        let parts = value.enumerated ?? []
        let answer: Value
        switch message {
        case .readLine where parts.count == 2:
            answer = services.readLine(parts[0].displayText, Conversion.bool(parts[1])).map { .string($0) } ?? .null
        case .hostProcesses:
            answer = .array(services.hostProcesses().map { .array([.int($0.0), .int($0.1)]) })
        case .processes:
            answer = .array(services.processes(Conversion.bool(value)).map(\.wireValue))
        case .stopProcess where parts.count == 2:
            guard case .int(let id) = parts[0] else { throw WireError("a process that has no number") }
            answer = services.stopProcess(id, Conversion.bool(parts[1])).map { .string($0) } ?? .null
        case .history:
            answer = .array(services.history().map { .string($0) })
        default: throw WireError("a request that is none")
        }
        try write(try message.frame(.response, id: frame.id, answer))
    }

    private func write(_ frame: SessionFrame) throws {
        do throws(SystemError) {
            try writeFully(descriptor, frame.encoded)
        } catch {
            isAlive = false
            throw WireError("the session's other side has gone")
        }
    }

    /// Waits up to `timeout` seconds for bytes and passes them to the decoder. False at the end of the stream; after the timeout
    /// `orTimeout`.
    private func read(timeout: Double, orTimeout: Bool = false) throws -> Bool {
        let isReady = try Engine.waiting { try !Poll.wait(for: [(descriptor, .input)], timeout: max(0, timeout)).isEmpty }
        guard isReady else { return orTimeout }
        // ECONNRESET: the far side was killed, which ends the session as the end of file does.
        guard let bytes = try? readSome(descriptor, atMost: 64 << 10) else { return false }
        decoder.append(bytes)
        return true
    }
}
