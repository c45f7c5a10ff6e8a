import AgentProtocol
import CmdletKit
import Glibc
import Interpreter
import LinuxSystem
import Testing
import Values

@testable import Sessions

/// The shell's side of a session whose endpoint breaks the protocol.
@Suite struct HostileEndpointTests {
    /// As the shell does: a write to a closed connection then fails with EPIPE.
    init() { Signals.ignore(SIGPIPE) }

    /// Connects to an endpoint that sends these bytes and then, if asked to, closes the connection.
    private func call(_ bytes: [UInt8], thenCloses: Bool = true) throws -> (client: RunspaceClient, error: (any Error)?, items: Int)
    {
        let (mine, its) = try UnixSocket.pair()
        let client = RunspaceClient(mine.raw, services: .init())
        let writer = try SystemThread.start {
            try? writeFully(its.raw, bytes)
            if thenCloses { its.close() }
        }
        defer {
            its.close()
            mine.close()
            writer.join()
        }
        var items = 0
        do {
            _ = try client.call(.run, .null, interrupt: Interrupt()) { _ in
                items += 1
                return .more
            }
            return (client, nil, items)
        } catch {
            return (client, error, items)
        }
    }

    private static func frame(_ kind: SessionFrame.Kind, _ id: UInt64, _ payload: [UInt8]) -> [UInt8] {
        SessionFrame(kind, id: id, payload: payload).encoded
    }

    static let wrong: [(String, [UInt8])] = {
        var huge: [UInt8] = []
        huge.append(littleEndian: SessionFrame.Kind.event.rawValue)
        huge.append(littleEndian: UInt32.max)
        huge.append(littleEndian: UInt64(0))
        var unknown = huge
        unknown[0] = 99
        let output = SessionMessage.output.rawValue
        return [
            ("nothing", []), ("half a header", Array(huge.prefix(7))), ("a length of 4 GiB", huge), ("an unknown kind", unknown),
            ("an unknown message", frame(.event, 0, [200, 0])), ("an event without a value", frame(.event, 0, [output, 255])),
            ("a value that is cut off", frame(.event, 0, [output, 7, 9, 0, 0, 0, 65])),
            ("bytes behind a value", frame(.event, 0, [output, 0, 0])),
            ("an answer that nobody asked for", frame(.response, 77, [SessionMessage.run.rawValue, 0])),
            ("a second greeting", frame(.hello, 0, [0, 0])), ("a stream's data", frame(.data, 1, [0])),
            ("a request that is none", frame(.request, 1, [output, 0])),
            ("a process without a number", frame(.request, 1, [SessionMessage.stopProcess.rawValue, 8, 2, 0, 0, 0, 0, 0])),
            ("an answer of another shape", frame(.response, 1, [SessionMessage.run.rawValue, 255])),
            ("a good event, then rubbish", frame(.event, 0, [output, 0]) + [1, 2, 3, 4] + Array(repeating: 255, count: 64)),
        ]
    }()

    @Test(arguments: wrong.map(\.0)) func aWrongMessageEndsTheSession(_ name: String) throws {
        let bytes = try #require(Self.wrong.first { $0.0 == name }).1
        // Whether the endpoint then closes the connection or not, the client must not wait for more.
        for closes in bytes.count < 16 ? [true] : [true, false] {
            let (client, error, items) = try call(bytes, thenCloses: closes)
            #expect(error is WireError || error is ProtocolError, "\(String(describing: error))")
            #expect(!client.isAlive)
            #expect(items <= 1)
        }
    }

    @Test func randomBytes() throws {
        var state: UInt64 = 0x9e37_79b9_7f4a_7c15
        for _ in 0..<300 {
            let bytes = (0..<200).map { _ -> UInt8 in
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                return UInt8(truncatingIfNeeded: state >> 8) & (state & 1 == 0 ? 0x0f : 0xff)
            }
            let (client, error, _) = try call(bytes)
            #expect(error != nil && !client.isAlive)
        }
    }

    /// Events without end must be handled one by one, without memory growing.
    @Test func aFloodKeepsMemoryFlat() throws {
        func memory() -> Int {
            let pages =
                ((try? Files.readText("/proc/self/statm")) ?? "").split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
            return pages * Int(HostFacts.pageSize)
        }
        let text = String(repeating: "x", count: 60_000)
        let event = try SessionMessage.output.frame(.event, .string(text)).encoded
        let answer = try SessionMessage.run.frame(.response, id: 1, .null).encoded
        let (mine, its) = try UnixSocket.pair()
        let client = RunspaceClient(mine.raw, services: .init())
        let writer = try SystemThread.start {
            for _ in 0..<5000 { try? writeFully(its.raw, event) }
            try? writeFully(its.raw, answer)
        }
        let before = memory()
        var items = 0
        _ = try client.call(.run, .null, interrupt: Interrupt()) { _ in
            items += 1
            return .more
        }
        writer.join()
        #expect(items == 5000)
        #expect(memory() - before < 64 << 20)
    }

    /// A client must be able to leave an endpoint that never stops sending.
    @Test func oneThatDoesNotStopIsLeft() throws {
        let (mine, its) = try UnixSocket.pair()
        let client = RunspaceClient(mine.raw, services: .init())
        let event = try SessionMessage.output.frame(.event, .int(1)).encoded
        let writer = try SystemThread.start { while (try? writeFully(its.raw, event)) != nil {} }
        let start = monotonicSeconds()
        var items = 0
        #expect(throws: WireError.self) {
            try client.call(.run, .null, interrupt: Interrupt()) { _ in
                items += 1
                return items < 10 ? .more : .enough
            }
        }
        #expect(items == 10 && !client.isAlive)
        #expect(monotonicSeconds() - start < 20)
        mine.close()
        its.close()
        writer.join()
    }

    @Test func anEndpointThatIsSilentIsNotGreeted() throws {
        let (mine, its) = try UnixSocket.pair()
        let client = RunspaceClient(mine.raw, services: .init())
        #expect(throws: WireError.self) { try client.greet(SessionGreeting(name: "x", width: 80), timeout: 0.2) }
        its.close()
        #expect(throws: (any Error).self) { try client.greet(SessionGreeting(name: "x", width: 80), timeout: 5) }
    }
}
