import Agent
import AgentProtocol
import Glibc
import LinuxSystem
import Testing

/// The agent in a thread; the test is its host.
final class AgentUnderTest {
    private let wire: Descriptor
    private var decoder = FrameDecoder(limits: .fromGuest)
    private let thread: SystemThread
    private var request: UInt64 = 0

    init() throws {
        let (host, guest) = try UnixSocket.pair()
        wire = host
        let tick = try Descriptor.pipe()
        thread = try SystemThread.start {
            // A pipe that ticks stands in for SIGCHLD, which belongs to the whole test process and must not be consumed here.
            try? tick.read.setNonBlocking(true)
            Signals.block([SIGPIPE])
            let ticking = try? SystemThread.start {
                Signals.block([SIGPIPE])
                while (try? writeFully(tick.write.raw, [0])) != nil { sleepSeconds(0.005) }
            }
            _ = ticking
            guard let channel = try? Channel(guest, limits: .fromHost) else { return }
            let loop = AgentLoop(
                channel: channel, runtime: PlainRuntime(), kernel: "test", childEnded: tick.read, takesSignals: false)
            _ = try? loop.run()
            guest.close()
            tick.read.close()
        }
    }

    func send(_ frame: WireFrame) throws { try writeFully(wire.raw, frame.encoded) }
    func send(_ kind: WireFrame.Kind, id: UInt64 = 0, _ message: some Encodable) throws {
        try send(WireFrame(kind, id: id, payload: try Wire.encode(message)))
    }

    @discardableResult
    func ask(_ message: Request) throws -> UInt64 {
        request += 1
        try send(.request, id: request, message)
        return request
    }

    /// The next frame; nil at the end of the connection.
    func next() throws -> WireFrame? {
        while true {
            if let frame = try decoder.next() { return frame }
            guard try !Poll.wait(for: [(wire.raw, .input)], timeout: 10).isEmpty else {
                throw SystemError(ETIMEDOUT, "wait for the agent")
            }
            guard let bytes = try readSome(wire.raw, atMost: 64 << 10) else { return nil }
            decoder.append(bytes)
        }
    }

    func greet() throws {
        try send(.hello, Hello(nonce: "n"))
        let hello = try #require(try next())
        #expect(try Wire.decode(Hello.self, from: hello.payload) == Hello(versions: [1], nonce: "n", kernel: "test"))
        try ask(.configure(MachineConfiguration(hostName: "h", clock: 0, entropy: [])))
        #expect(try response() == .done)
    }

    func response() throws -> Response {
        while let frame = try next() {
            if frame.kind == .response { return try Wire.decode(Response.self, from: frame.payload) }
        }
        throw SystemError(EPIPE, "wait for an answer")
    }

    /// Collects a process's output until its exit, and grants credit for it.
    func collect(_ process: UInt32) throws -> (output: [UInt8], code: Int32) {
        var output: [UInt8] = []
        while let frame = try next() {
            if frame.kind == .event, case .exited(process, let code) = try Wire.decode(Event.self, from: frame.payload) {
                return (output, code)
            }
            if frame.kind == .data, frame.id == StreamIdentifier(process, .standardOutput).raw {
                output += frame.payload
                var payload: [UInt8] = []
                payload.append(littleEndian: UInt32(frame.payload.count))
                try send(WireFrame(.credit, id: frame.id, payload: payload))
            }
        }
        throw SystemError(EPIPE, "wait for the end")
    }

    func close() {
        wire.close()
        thread.join()
    }
}

@Suite("The agent's loop")
struct AgentLoopTests {
    @Test func runsProcessesAndReportsTheirEnds() throws {
        let agent = try AgentUnderTest()
        defer { agent.close() }
        try agent.greet()
        try agent.ask(.start(BundleStart(config: "exec sleep 100", lowerDisks: [], upperDisk: "")))
        #expect(try agent.response() == .done)
        try agent.ask(.exec(ProcessStart(process: 1, specification: "cat; echo end; exit 3")))
        #expect(try agent.response() == .done)
        let input = StreamIdentifier(1, .standardInput).raw
        try agent.send(WireFrame(.data, id: input, payload: Array("in\n".utf8)))
        try agent.send(WireFrame(.end, id: input))
        let result = try agent.collect(1)
        #expect(String(decoding: result.output, as: UTF8.self) == "in\nend\n" && result.code == 3)
        try agent.ask(.stop(grace: 1))
        #expect(try agent.collect(0).code == 128 + SIGTERM)
        #expect(try agent.next() == nil)
    }

    @Test func sendsAMegabyteBeforeTheEnd() throws {
        let agent = try AgentUnderTest()
        defer { agent.close() }
        try agent.greet()
        try agent.ask(.start(BundleStart(config: "exec sleep 100", lowerDisks: [], upperDisk: "")))
        #expect(try agent.response() == .done)
        try agent.ask(.exec(ProcessStart(process: 1, specification: "head -c 1000000 /dev/zero")))
        #expect(try agent.collect(1).output.count == 1_000_000)
    }

    @Test func refusesRequestsOutOfTurnAndGoesOn() throws {
        let agent = try AgentUnderTest()
        defer { agent.close() }
        try agent.greet()
        try agent.ask(.exec(ProcessStart(process: 1, specification: "true")))
        #expect(try agent.response() != .done)
        try agent.ask(.configure(MachineConfiguration(hostName: "h", clock: 0, entropy: [])))
        #expect(try agent.response() != .done)
        try agent.ask(.start(BundleStart(config: "exec sleep 100", lowerDisks: [], upperDisk: "")))
        #expect(try agent.response() == .done)
        try agent.ask(.exec(ProcessStart(process: 2, specification: "")))
        #expect(try agent.response() == .failed(RuntimeFailure("nothing to run")))
        try agent.ask(.exec(ProcessStart(process: 2, specification: "true")))
        #expect(try agent.response() != .done)
    }

    @Test("Ends the channel on what the protocol forbids", arguments: 0..<6)
    func ends(number: Int) throws {
        let agent = try AgentUnderTest()
        defer { agent.close() }
        if number > 0 { try agent.greet() }
        switch number {
        case 0: try agent.ask(.sync)
        case 1: try agent.send(.hello, Hello(nonce: "again"))
        case 2: try agent.send(.request, id: 1, Request.sync)
        case 3: try agent.send(WireFrame(.data, id: 257, payload: [1]))
        case 4: try agent.send(WireFrame(.request, id: 9, payload: Array("{\"start\":1}".utf8)))
        default: try agent.send(.response, id: 1, Response.done)
        }
        #expect(try agent.next() == nil)
    }
}
