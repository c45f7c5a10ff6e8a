import AgentProtocol
import ContainerModel
import Glibc
import LinuxSystem
import Synchronization

/// The machine's thread: everything that touches its channel. The guest is taken for hostile: whatever breaks the protocol ends it.
final class MachineLoop {
    private struct Waiting {
        var completion: Promise<Response>?
        var startsContainer = false
        var start: (streams: ProcessStreams, terminal: Descriptor?, process: GuestProcess)?
    }

    private let machine: UtilityVM
    private let worker: ChildProcess
    private let channel: Channel
    private let console: Descriptor
    private let wake: Descriptor
    private let ready: Promise<UtilityVM.Boot>
    private let nonce: String
    private var tail = ConsoleTail()
    private var greeted = false
    private var lastRequest: UInt64 = 0
    private var lastProcess: UInt32 = 0
    private var waiting: [UInt64: Waiting] = [:]
    private var processes: [UInt32: GuestProcess] = [:]
    /// The exit codes of processes that have ended and whose output is not delivered yet.
    private var exits: [UInt32: Int32] = [:]
    private var containerRuns = false
    private var violation: String?

    init(
        _ machine: UtilityVM, _ worker: ChildProcess, _ channel: Channel, _ console: Descriptor, _ wake: Descriptor,
        _ ready: Promise<UtilityVM.Boot>
    ) throws(SystemError) {
        self.machine = machine
        self.worker = worker
        self.channel = channel
        self.console = console
        self.wake = wake
        self.ready = ready
        try console.setNonBlocking(true)
        nonce = randomBytes(16).map { String($0, radix: 16) }.joined(separator: "-")
    }

    func run() {
        Signals.block([SIGPIPE])
        let reason: String?
        do throws(ProtocolError) {
            try channel.send(.hello, Hello(nonce: nonce))
            try loop()
            reason = nil
        } catch {
            reason = "Its agent broke the protocol: \(error.message)."
            violation = reason
        }
        finish()
    }

    private func loop() throws(ProtocolError) {
        var consoleOpen = true
        var handle: ProcessHandle?
        handle = try? ProcessHandle(worker.pid)
        while true {
            channel.flush()
            var entries = channel.entries()
            let own = entries.count
            entries.append((wake.raw, .input))
            if let handle { entries.append((handle.descriptor.raw, .input)) }
            if consoleOpen { entries.append((console.raw, .input)) }
            let ready = (try? Poll.wait(for: entries, timeout: handle == nil ? 0.05 : exits.isEmpty ? nil : 0.05)) ?? []
            if consoleOpen { consoleOpen = readConsole() }
            try channel.process(ready.filter { $0.index < own }) { frame throws(ProtocolError) in try self.receive(frame) }
            _ = try? readSome(wake.raw, atMost: 4096)
            for command in machine.takeCommands() { try perform(command) }
            completeExits()
            if worker.poll() != nil {
                if consoleOpen { _ = readConsole() }
                return
            }
            // QEMU has closed the channel, or is about to end.
            if channel.isClosed { _ = worker.wait(timeout: 5) }
        }
    }

    /// False once it is closed.
    private func readConsole() -> Bool {
        guard let bytes = try? readSome(console.raw, atMost: 16 << 10) else { return false }
        tail.append(bytes)
        return true
    }

    // MARK: From the guest

    private func receive(_ frame: WireFrame) throws(ProtocolError) {
        switch frame.kind {
        case .hello:
            guard !greeted else { throw ProtocolError("a second greeting") }
            let hello = try Wire.decode(Hello.self, from: frame.payload)
            guard hello.versions == [Hello.version], hello.nonce == nonce else {
                throw ProtocolError("an answer to another greeting")
            }
            greeted = true
            ready.complete(.reachedAgent)
        case .response:
            guard let answered = waiting.removeValue(forKey: frame.id) else {
                throw ProtocolError("an answer that nobody waits for")
            }
            let response = try Wire.decode(Response.self, from: frame.payload)
            if case .done = response {
                if let start = answered.start { attach(start) }
                if answered.startsContainer { attachContainer() }
            }
            answered.completion?.complete(response)
        case .event:
            guard greeted else { throw ProtocolError("an event before the greeting") }
            switch try Wire.decode(Event.self, from: frame.payload) {
            case .exited(let process, let code):
                guard process == 0 ? containerRuns : processes[process] != nil, exits[process] == nil, (0...255).contains(code)
                else {
                    throw ProtocolError("the end of a process that does not run")
                }
                exits[process] = code
            }
        default: throw ProtocolError("a \(frame.kind) frame from the guest")
        }
    }

    private func completeExits() {
        for (process, code) in exits where !channel.hasUndelivered(process: process) {
            exits[process] = nil
            if process == 0 {
                containerRuns = false
                machine.container.complete(code)
            } else {
                processes.removeValue(forKey: process)?.exit.complete(code)
            }
        }
    }

    // MARK: To the guest

    private func perform(_ command: UtilityVM.Command) throws(ProtocolError) {
        switch command {
        case .call(let request, let completion):
            var entry = Waiting(completion: completion)
            if case .start = request { entry.startsContainer = true }
            try ask(request, entry)
        case .start(let request, let streams, let terminal, let process, let completion):
            lastProcess += 1
            let number = lastProcess
            process.number.withLock { $0 = number }
            try ask(request(number), Waiting(completion: completion, start: (streams, terminal, process)))
        }
    }

    private func ask(_ request: Request, _ entry: Waiting) throws(ProtocolError) {
        lastRequest += 1
        waiting[lastRequest] = entry
        try channel.send(.request, id: lastRequest, request)
    }

    private func attachContainer() {
        containerRuns = true
        // Init's output has no reader: take and drop it, or init would wait once the window is full.
        for end in [StreamIdentifier.End.standardOutput, .standardError] {
            channel.attach(StreamIdentifier(0, end), source: nil, sink: nil, sends: false, receives: true)
        }
    }

    private func attach(_ start: (streams: ProcessStreams, terminal: Descriptor?, process: GuestProcess)) {
        guard let number = start.process.number.withLock({ $0 }) else { return }
        processes[number] = start.process
        func add(_ end: StreamIdentifier.End, _ source: Descriptor?, _ sink: Descriptor?, _ sends: Bool, _ receives: Bool) {
            channel.attach(StreamIdentifier(number, end), source: source, sink: sink, sends: sends, receives: receives)
        }
        if let terminal = start.terminal {
            add(.terminal, terminal, terminal, true, true)
        } else {
            add(.standardInput, start.streams.input, nil, true, false)
            add(.standardOutput, nil, start.streams.output, false, true)
            add(.standardError, nil, start.streams.error, false, true)
        }
        if let control = start.streams.control { add(.control, control, control, true, true) }
    }

    // MARK: The end

    private func finish() {
        if violation != nil { worker.signal(SIGKILL) }
        let code = worker.wait()
        channel.detachAll()
        let orderly = violation == nil && !containerRuns && greeted
        var reason = violation
        if !orderly, reason == nil { reason = "The worker process ended (\(code))." }
        if !orderly, let said = tail.text { reason = [reason, said].compactMap { $0 }.joined(separator: "\n") }
        ready.complete(.failed(reason ?? "It ended."))
        machine.ended.complete(UtilityVM.End(reason: orderly ? nil : reason))
        machine.container.complete(exits[0] ?? 137)
        for (number, process) in processes { process.exit.complete(exits[number] ?? 137) }
        for entry in waiting.values { entry.completion?.complete(.failed(RuntimeFailure(reason ?? "The utility VM has ended."))) }
        Self.refuse(machine.takeCommands())
    }

    /// Fails the requests that came after the machine had ended.
    static func refuse(_ commands: [UtilityVM.Command]) {
        for command in commands {
            switch command {
            case .call(_, let completion): completion?.complete(.failed(RuntimeFailure("The utility VM has ended.")))
            case .start(_, _, _, _, let completion): completion.complete(.failed(RuntimeFailure("The utility VM has ended.")))
            }
        }
    }
}
