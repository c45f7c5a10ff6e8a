import CmdletKit
import Engine
import LineEditing
import SourceText
import Syntax
import Values

/// The prompt's loop: reads an entry, runs it here or in the session that was entered, and goes on until the end of input or `exit`.
public final class Repl: InteractiveSessionHost {
    private let engine: Engine
    private let lines: any LineSource
    private let host: any EngineHost
    private let isTerminal: Bool
    public var hasTerminal: Bool { isTerminal }
    private var sessions: [any InteractiveSession] = []
    private var pendingTerminal = false

    init(_ engine: Engine, lines: any LineSource, isTerminal: Bool) {
        self.engine = engine
        self.lines = lines
        self.isTerminal = isTerminal
        host = engine.host
    }

    /// Registers the loop with the engine, as what Enter-PSSession speaks to. Apart from `init`: the engine keeps it from here on.
    func start() { engine.provide(self, as: (any InteractiveSessionHost).self) }

    // MARK: Sessions

    public var current: (any InteractiveSession)? { sessions.last }

    public func push(_ session: any InteractiveSession) {
        sessions.append(session)
        pendingTerminal = isTerminal
    }

    public func pop() -> Bool {
        guard let session = sessions.popLast() else { return false }
        session.close()
        return true
    }

    // MARK: Loop

    /// - Returns: the exit code of `exit`; nil at the end of input.
    func run() -> Int32? {
        while true {
            if pendingTerminal, let session = sessions.last {
                pendingTerminal = false
                if takeTerminal(session) { continue }
            }
            guard let entry = readEntry() else {
                // Ctrl-D in a session leaves the session only.
                if pop() {
                    if isTerminal { host.writeText("", newline: true, foreground: nil, background: nil) }
                    continue
                }
                return nil
            }
            guard !entry.isEmpty else { continue }
            do {
                if let session = sessions.last { try run(entry, in: session) } else { try run(entry) }
            } catch let request as ExitRequest {
                return request.code
            } catch {
                engine.interrupt.clear()
                host.flush()
                // The terminal shows ^C: the prompt begins a line of its own behind it.
                if isTerminal { host.writeText("", newline: true, foreground: nil, background: nil) }
            }
        }
    }

    /// Gives the whole terminal to a session. True where it took it: the session is over then.
    private func takeTerminal(_ session: any InteractiveSession) -> Bool {
        host.flush()
        do {
            guard try session.takeTerminal(in: engine) else { return false }
        } catch {
            host.writeError(ErrorRecord.wrapping(error))
        }
        leave(session)
        return true
    }

    private func leave(_ session: any InteractiveSession) {
        sessions.removeAll { $0 === session }
        session.close()
        engine.interrupt.clear()
        if let reason = session.endReason {
            // The far side's prompt may still stand on the line.
            if isTerminal { host.writeText("", newline: true, foreground: nil, background: nil) }
            let record = ErrorRecord(
                reason, id: "PSSessionStateBroken", category: "OperationStopped",
                exception: "System.Management.Automation.Remoting.PSRemotingDataStructureException", target: .string(session.name))
            host.writeError(record)
        }
    }

    private func run(_ entry: String, in session: any InteractiveSession) throws {
        engine.interrupt.clear()
        do {
            let goesOn = try session.run(entry, in: engine)
            host.flush()
            if !goesOn || !session.isAlive { leave(session) }
        } catch {
            if error.isFlowControl { throw error }
            host.writeError(ErrorRecord.wrapping(error))
            if !session.isAlive { leave(session) }
        }
    }

    private func run(_ entry: String) throws {
        engine.interrupt.clear()
        let start = DateTime.now()
        defer {
            engine.history.append(
                HistoryEntry(
                    id: (engine.history.last?.id ?? 0) + 1, commandLine: entry, start: start, end: .now(),
                    succeeded: engine.succeeded))
            if engine.history.count > 4096 { engine.history.removeFirst() }
        }
        try engine.run(SourceFile(text: entry))
        host.flush()
    }

    /// One entry: lines until they parse, or until an empty line ends what cannot be completed. nil at the end of input.
    private func readEntry() -> String? {
        var entry = ""
        var prompt = promptText()
        let first = prompt
        while true {
            // What runs beside the prompt goes on while it waits.
            switch engine.idling({ lines.next(prompt: prompt, behind: entry) }) {
            case .interrupted:
                engine.interrupt.clear()
                return ""
            case .endOfInput:
                // What was begun is run, so that its error is shown.
                return entry.isEmpty ? nil : entry
            case .line(let line):
                entry = entry.isEmpty ? line : entry + "\n" + line
                if entry.allSatisfy(\.isWhitespace) { return "" }
                let isIncomplete = Parser.parse(SourceFile(text: entry)).isIncomplete
                if !isIncomplete || (isTerminal && line.isEmpty) {
                    lines.remember(entry)
                    host.transcripts.recordEntry(entry, prompt: first.isEmpty ? "PS>" : first)
                    return entry
                }
                prompt = ">> "
            }
        }
    }

    private func promptText() -> String {
        guard isTerminal else { return "" }
        host.flush()
        // A Ctrl-C that came as the entry ended stops nothing any more, the prompt's own code least of all.
        engine.interrupt.clear()
        guard let session = sessions.last else { return Prompt.text(engine) }
        return (try? session.prompt()) ?? "[\(session.name)]: PS> "
    }
}
