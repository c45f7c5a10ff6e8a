import CmdletKit
import Containers
import Endpoint
import Engine
import Glibc
import LinuxSystem
import Values

/// A container that the prompt entered.
final class ContainerSession: InteractiveSession {
    private let container: Container
    private let asAdministrator: Bool
    private var endpoint: ContainerEndpoint?
    private var leftByUser = false

    init(_ container: Container, asAdministrator: Bool) {
        self.container = container
        self.asAdministrator = asAdministrator
    }

    var name: String { container.name }
    var isAlive: Bool { endpoint?.client.isAlive ?? true }
    var endReason: String? {
        leftByUser ? nil : "The session with '\(name)' has ended: the container stopped, or its endpoint was ended."
    }

    func prompt() throws -> String { "[\(name)]: PS> " }
    func complete(_ line: String, cursor: Int) -> CompletionResult? { nil }

    func close() {
        if endpoint == nil || endpoint?.client.isAlive == true { leftByUser = true }
        endpoint?.close()
        endpoint = nil
    }

    // MARK: Lines

    func run(_ line: String, in engine: Engine) throws -> Bool {
        let endpoint = try self.endpoint ?? ContainerEndpoint(container, engine, asAdministrator: asAdministrator)
        self.endpoint = endpoint
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
        guard let modes = TerminalModes(of: 0), let size = WindowSize(of: 1) else { return false }
        let endpoint = try ContainerEndpoint(container, engine, asAdministrator: asAdministrator, terminal: size)
        self.endpoint = endpoint
        guard let terminal = endpoint.process.terminal, let control = endpoint.process.control else { return false }
        try modes.setRaw(on: 0)
        defer { modes.restore(on: 0) }
        copy(terminal, control, endpoint, size)
        // What the far side said last is still on its way.
        for _ in 0..<20 where !endpoint.client.saidGoodbye && endpoint.client.pump() { usleep(10_000) }
        leftByUser = endpoint.client.saidGoodbye
        return true
    }

    /// Copies keys and screen until the far side ends. The window's size is looked at between.
    private func copy(_ terminal: Int32, _ control: Int32, _ endpoint: ContainerEndpoint, _ start: WindowSize) {
        var size = start
        var hasControl = true
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

/// Puts what an endpoint sends where this shell shows such things.
enum StreamReplay {
    static func show(_ item: RunspaceClient.Item, output: any OutputSink, _ engine: Engine) throws -> Flow {
        switch item {
        case .output(let value): return try output.write(value)
        case .error(let record): engine.host.writeError(record)
        case .line(let label, let text):
            engine.host.flush()
            engine.host.writeLine(label, text)
        case .hostText(let text, let newline, let foreground, let background):
            engine.host.flush()
            engine.host.writeText(text, newline: newline, foreground: foreground, background: background)
        }
        return .more
    }
}
