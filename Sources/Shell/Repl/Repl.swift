import CmdletKit
import Completion
import Interpreter
import LineEditing
import Sessions
import SourceText
import Syntax
import Values

/// The read-eval-print loop: reads an entry, runs it in this shell or in the session that was entered, until the end of input or
/// `exit`.
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

    /// Registers the loop as the service that Enter-PSSession uses. Not part of `init`, because the engine retains the loop.
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

    /// Runs the loop.
    /// - Returns: the exit code of `exit`; nil at the end of input.
    func run() -> Int32? {
        while true {
            if pendingTerminal, let session = sessions.last {
                pendingTerminal = false
                if takeTerminal(session) { continue }
            }
            guard let entry = readEntry() else {
                // Ctrl-D in a session ends only the session.
                if pop() {
                    if isTerminal { host.writeText("", newline: true, foreground: nil, background: nil) }
                    continue
                }
                return nil
            }
            guard let parsed = entry.parsed else { continue }
            do {
                if let session = sessions.last { try run(entry.text, in: session) } else { try run(entry.text, parsed) }
            } catch let request as ExitRequest {
                return request.code
            } catch {
                engine.interrupt.clear()
                host.flush()
                // The terminal shows ^C on the current line: the prompt begins a new one.
                if isTerminal { host.writeText("", newline: true, foreground: nil, background: nil) }
            }
        }
    }

    /// Gives the terminal to a session, if the session can take it.
    /// - Returns: true if it took the terminal; the session is then over.
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
            // The session's own prompt may still stand on the line.
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

    private func run(_ entry: String, _ parsed: ParseResult) throws {
        engine.interrupt.clear()
        let start = DateTime.now()
        defer {
            engine.history.append(
                HistoryEntry(
                    id: (engine.history.last?.id ?? 0) + 1, commandLine: entry, start: start, end: .now(),
                    succeeded: engine.succeeded))
            if engine.history.count > 4096 { engine.history.removeFirst() }
        }
        try engine.run(parsed)
        host.flush()
    }

    /// What was entered at the prompt.
    private struct Entry {
        /// The text as it was typed, lines separated by newlines.
        var text = ""
        /// The tree of the text; nil after Ctrl-C and for blank lines.
        var parsed: ParseResult?
    }

    /// Reads an entry: lines until they parse as complete statements. On a terminal an empty line ends an incomplete entry.
    /// - Returns: nil at the end of input.
    private func readEntry() -> Entry? {
        var entry = ""
        var prompt = promptText()
        let first = prompt
        while true {
            // While the prompt waits, events, jobs and other runspaces go on.
            switch engine.idling({ lines.next(prompt: prompt, behind: entry) }) {
            case .interrupted:
                engine.interrupt.clear()
                return Entry()
            case .endOfInput:
                // An incomplete entry at the end of input is run, so that its syntax error is shown.
                return entry.isEmpty ? nil : Entry(text: entry, parsed: Parser.parse(SourceFile(text: entry)))
            case .line(let line):
                entry = entry.isEmpty ? line : entry + "\n" + line
                if entry.allSatisfy(\.isWhitespace) { return Entry() }
                let parsed = Parser.parse(SourceFile(text: entry))
                if !parsed.isIncomplete || (isTerminal && line.isEmpty) {
                    lines.remember(entry)
                    host.transcripts.recordEntry(entry, prompt: first.isEmpty ? "PS>" : first)
                    return Entry(text: entry, parsed: parsed)
                }
                prompt = ">> "
            }
        }
    }

    private func promptText() -> String {
        guard isTerminal else { return "" }
        host.flush()
        // A Ctrl-C that arrived as the entry ended must not stop the prompt's own code.
        engine.interrupt.clear()
        guard let session = sessions.last else { return Prompt.text(engine) }
        return (try? session.prompt()) ?? "[\(session.name)]: PS> "
    }
}
