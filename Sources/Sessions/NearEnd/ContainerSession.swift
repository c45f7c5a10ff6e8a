import CmdletKit
import CmdletSupport
import Completion
import Containers
import Glibc
import Interpreter
import LinuxSystem
import SourceText
import Values

/// A container that the prompt entered.
final class ContainerSession: InteractiveSession {
    private let endpoint: ContainerEndpoint
    /// The terminal's size where the endpoint has one, and this session takes the shell's for it.
    private let terminal: WindowSize?
    private var leftByUser = false
    private var isClosed = false

    init(_ endpoint: ContainerEndpoint, terminal: WindowSize?) {
        self.endpoint = endpoint
        self.terminal = terminal
    }

    var name: String { endpoint.container.name }
    var isAlive: Bool { !isClosed && endpoint.client.isAlive }
    var endReason: String? { leftByUser ? nil : SessionErrors.endReason(name) }

    func close() {
        guard !isClosed else { return }
        if endpoint.client.isAlive { leftByUser = true }
        isClosed = true
        endpoint.close()
    }

    // MARK: Lines

    /// Text that this side's line editor shows: a container must not send control characters to the terminal as if this shell had.
    private func shown(_ value: Value) -> String { TerminalText.sanitized(value.displayText, keeping: [], replacing: .nothing) }

    func prompt() throws -> String {
        shown(try endpoint.client.call(.prompt, .null, interrupt: Interrupt()))
    }

    func complete(_ line: String, cursor: Int) -> CompletionResult? {
        let answer = try? endpoint.client.call(.complete, .array([.string(line), .integer(cursor)]), interrupt: Interrupt())
        guard let parts = answer?.enumerated, parts.count == 3, case .int(let replaced) = parts[0], case .int(let behind) = parts[1]
        else { return nil }
        let candidates = (parts[2].enumerated ?? []).compactMap { candidate -> CompletionResult.Candidate? in
            guard let texts = candidate.enumerated?.map(shown), texts.count == 4 else { return nil }
            return CompletionResult.Candidate(
                texts[0], label: texts[1], detail: texts[2], kind: CompletionResult.Kind(rawValue: texts[3]) ?? .text)
        }
        // The container may send any text: remove control characters.
        let (before, rest) = (cursor, line.utf8.count - cursor)
        return CompletionResult(
            replaced: min(max(0, Int(replaced)), before), replacedBehind: min(max(0, Int(behind)), max(0, rest)),
            candidates: candidates)
    }

    func run(_ line: String, in engine: Engine) throws -> Bool {
        let output = engine.host.makeOutput(engine)
        defer { try? output.finish() }
        let answer: Value
        do {
            answer = try endpoint.client.call(
                .run, .array([.string(line), .null, .array([]), .bool(false)]), interrupt: engine.interrupt
            ) { item in
                try StreamReplay.show(item, output: output, engine)
            }
        } catch {
            if endpoint.client.isAlive { throw error }
            // endReason says what happened.
            return false
        }
        if case .array(let parts) = answer, case .bool(true)? = parts.elements.first {
            leftByUser = true
            return false
        }
        return true
    }

    // MARK: Terminal

    func takeTerminal(in engine: Engine) throws -> Bool {
        guard let start = terminal, let modes = TerminalModes(of: 0), let terminal = endpoint.process.terminal,
            let control = endpoint.process.control
        else { return false }
        try modes.setRaw(on: 0)
        defer { modes.restore(on: 0) }
        copy(terminal, control, start)
        // The goodbye, which tells `exit` from a session that was cut off, may still be on its way: wait for it up to 0.2 s.
        for _ in 0..<20 where !endpoint.client.saidGoodbye && endpoint.client.pump() { usleep(10_000) }
        leftByUser = endpoint.client.saidGoodbye
        return true
    }

    /// Copies keyboard input and screen output until the endpoint ends. The window's size is checked between reads.
    private func copy(_ terminal: Int32, _ control: Int32, _ start: WindowSize) {
        var size = start
        // Messages that arrived together with the greeting are already in the decoder, where poll(2) does not see them.
        var hasControl = endpoint.client.pump()
        while true {
            let entries: [(Int32, Poll.Events)] = [(terminal, .input), (0, .input)] + (hasControl ? [(control, .input)] : [])
            guard let ready = try? Poll.wait(for: entries, timeout: 0.2) else { return }
            for (index, _) in ready {
                switch index {
                case 0:
                    guard let bytes = try? readSome(terminal, atMost: 1 << 16), !bytes.isEmpty, (try? writeFully(1, bytes)) != nil
                    else { return }
                case 1:
                    guard let bytes = try? readSome(0, atMost: 4096), !bytes.isEmpty, (try? writeFully(terminal, bytes)) != nil
                    else { return }
                default:
                    hasControl = endpoint.client.pump()
                    if !hasControl, !endpoint.client.saidGoodbye { return }
                }
            }
            if let now = WindowSize(of: 1), now != size {
                size = now
                endpoint.process.resize(columns: now.columns, rows: now.rows)
            }
        }
    }
}
