import AgentProtocol
import Glibc
import LinuxSystem

/// The agent's main loop, in its only thread: it carries out the host's requests, moves the bytes of the streams and reports exits.
package final class AgentLoop {
    /// The state of the container, which decides which requests are allowed.
    private enum Phase: Sendable {
        case greeting, greeted, configured, running, exporting, ending
    }

    private struct Running {
        var pid: Int32
        var code: Int32?
    }

    private let channel: Channel
    private let runtime: any GuestRuntime
    private let kernel: String
    /// Polls as readable when a child may have ended.
    private let childEnded: Descriptor
    private let takesSignals: Bool
    private var phase = Phase.greeting
    private var lastRequest: UInt64 = 0
    private var processes: [UInt32: Running] = [:]
    private var lastProcess: UInt32 = 0
    private var killDeadline: Double?

    /// Makes a loop that has not yet greeted.
    /// - Parameters:
    ///   - kernel: the kernel's release, for the greeting.
    ///   - childEnded: a descriptor that polls as readable when a child may have ended.
    ///   - takesSignals: whether `childEnded` is a signalfd; false if it is a pipe.
    package init(channel: Channel, runtime: any GuestRuntime, kernel: String, childEnded: Descriptor, takesSignals: Bool = true) {
        self.channel = channel
        self.runtime = runtime
        self.kernel = kernel
        self.childEnded = childEnded
        self.takesSignals = takesSignals
    }

    /// Runs until the container has ended and the host knows it, the host asked for a shutdown, or the connection is lost. Always
    /// unmounts and flushes.
    /// - Throws: `ProtocolError` if the host broke the protocol.
    package func run() throws(ProtocolError) {
        defer {
            runtime.tearDown()
            channel.flush(timeout: 2)
            channel.detachAll()
        }
        while !channel.isClosed {
            try reportExits()
            if phase == .ending, processes.isEmpty { return }
            channel.flush()
            let entries = channel.entries() + [(childEnded.raw, .input)]
            let ready = (try? Poll.wait(for: entries, timeout: timeout)) ?? []
            if ready.contains(where: { $0.index == entries.count - 1 }) { drainSignals() }
            try channel.process(ready.filter { $0.index < entries.count - 1 }) { frame throws(ProtocolError) in
                try self.handle(frame)
            }
            if let deadline = killDeadline, monotonicSeconds() >= deadline, let container = processes[0] {
                killDeadline = nil
                runtime.signal(container.pid, SIGKILL)
            }
        }
    }

    /// How long to poll, in seconds: 5 ms while output of an ended process is still to be sent, until SIGKILL is due, otherwise nil
    /// for ever.
    private var timeout: Double? {
        let drain: Double? = processes.values.contains { $0.code != nil } ? 0.005 : nil
        let kill = killDeadline.map { max(0, $0 - monotonicSeconds()) }
        return [drain, kill].compactMap { $0 }.min()
    }

    private func drainSignals() {
        guard takesSignals else {
            _ = try? readSome(childEnded.raw, atMost: 4096)
            return
        }
        while (try? Signals.next(from: childEnded)) != nil {}
    }

    private func reportExits() throws(ProtocolError) {
        for (pid, code) in runtime.ended() {
            guard let id = processes.first(where: { $0.value.pid == pid })?.key else { continue }
            processes[id]?.code = code
            channel.noteExit(of: id)
        }
        for (id, process) in processes {
            guard let code = process.code, !channel.hasUnread(process: id) else { continue }
            processes[id] = nil
            if id == 0 {
                phase = .ending
                killDeadline = nil
                // Unmounted before the host learns of the end, because it may then switch the machine off at once.
                runtime.tearDown()
            }
            try channel.send(.event, Event.exited(process: id, code: code))
        }
    }

    private func handle(_ frame: WireFrame) throws(ProtocolError) {
        switch frame.kind {
        case .hello:
            guard phase == .greeting else { throw ProtocolError("a second greeting") }
            let hello = try Wire.decode(Hello.self, from: frame.payload)
            guard hello.versions.contains(Hello.version) else { throw ProtocolError("no version in common") }
            phase = .greeted
            try channel.send(.hello, Hello(nonce: hello.nonce, kernel: kernel))
        case .request:
            guard phase != .greeting else { throw ProtocolError("a request before the greeting") }
            guard frame.id > lastRequest else { throw ProtocolError("a request's id that was used before") }
            lastRequest = frame.id
            let request = try Wire.decode(Request.self, from: frame.payload)
            var started: (id: UInt32, process: LaunchedProcess)?
            var response = Response.done
            do throws(AgentError) {
                started = try perform(request)
            } catch {
                response = .failed(error.failure)
            }
            try channel.send(.response, id: frame.id, response)
            // Attached after the response: no byte of a stream may reach the host before it knows the process.
            if let started { attach(started.id, started.process) }
        default: throw ProtocolError("a \(frame.kind) frame from the host")
        }
    }

    private func perform(_ request: Request) throws(AgentError) -> (UInt32, LaunchedProcess)? {
        switch request {
        case .configure(let machine):
            try expect(.greeted, to: "configure the machine")
            try runtime.configure(machine)
            phase = .configured
        case .start(let bundle):
            try expect(.configured, to: "start the container")
            let launched = try runtime.start(bundle)
            phase = .running
            return register(0, launched)
        case .exec(let process):
            try expect(.running, to: "start a process")
            try takeNumber(process.process)
            return register(process.process, try runtime.exec(process))
        case .export(let process):
            try expect(.configured, to: "export")
            try takeNumber(process)
            let launched = try runtime.export()
            phase = .exporting
            return register(process, launched)
        case .signal(let process, let number):
            // A signal to a process that has just ended is no error: the event of its exit is on the way.
            guard (1...64).contains(number) else { throw AgentError("\(number) is no signal") }
            if let known = processes[process], known.code == nil { runtime.signal(known.pid, number) }
        case .resize(let process, let columns, let rows):
            channel.resize(process: process, WindowSize(columns: columns, rows: rows))
        case .stop(let grace):
            try expect(.running, .ending, to: "stop the container")
            if let container = processes[0], container.code == nil {
                runtime.signal(container.pid, SIGTERM)
                killDeadline = monotonicSeconds() + max(0, min(grace.isFinite ? grace : 0, 86_400))
            }
        case .sync:
            runtime.sync()
        case .shutdown:
            for process in processes.values where process.code == nil { runtime.signal(process.pid, SIGKILL) }
            phase = .ending
        }
        return nil
    }

    private func register(_ id: UInt32, _ launched: LaunchedProcess) -> (UInt32, LaunchedProcess) {
        processes[id] = Running(pid: launched.pid)
        return (id, launched)
    }

    private func attach(_ id: UInt32, _ launched: LaunchedProcess) {
        for (end, descriptor) in launched.ends {
            let stream = StreamIdentifier(id, end)
            switch end {
            case .standardInput: channel.attach(stream, source: nil, sink: descriptor, sends: false, receives: true)
            case .standardOutput, .standardError:
                channel.attach(stream, source: descriptor, sink: nil, sends: true, receives: false)
            case .terminal, .control: channel.attach(stream, source: descriptor, sink: descriptor, sends: true, receives: true)
            }
        }
    }

    private func expect(_ allowed: Phase..., to action: String) throws(AgentError) {
        guard allowed.contains(phase) else { throw AgentError("cannot \(action) now (\(phase))") }
    }

    /// Accepts only growing process numbers, so that a stream's id never refers to two processes.
    private func takeNumber(_ process: UInt32) throws(AgentError) {
        guard process > lastProcess else { throw AgentError("process number \(process) was used before") }
        lastProcess = process
    }
}
