import Glibc
import LinuxSystem
import Synchronization
import Values

/// The transcripts of a host: files that get what it shows and what is entered, from Start-Transcript on to its end.
///
/// Each text is written at once, so that a transcript is whole however the shell ends.
public final class Transcripts: Sendable {
    private struct Running {
        let path: String
        let file: Descriptor
        let hasInvocationHeaders: Bool
    }

    private struct State {
        /// The newest last.
        var running: [Running] = []
        var isPaused = false
    }

    private let state = Mutex(State())

    public init() {}

    deinit { endAll() }

    private static let rule = "**********************\n"

    /// Whether anything is recorded at the moment.
    public var isActive: Bool { state.withLock { !$0.running.isEmpty } }

    /// Begins one more; what is recorded goes to all that run.
    /// - Parameters:
    ///   - path: a host path. The file is added to.
    ///   - facts: lines of the header, behind the time.
    package func start(_ path: String, facts: [String], hasInvocationHeaders: Bool) throws(SystemError) {
        let folder = Files.split(path).folder
        if !Files.isDirectory(folder) { try Folders.make(folder) }
        let file = try Descriptor.open(path, O_WRONLY | O_CREAT | O_APPEND, mode: 0o666)
        let header = ["PowerShell transcript start", "Start time: \(Self.now)"] + facts
        Self.write(Self.rule + header.map { $0 + "\n" }.joined() + Self.rule, to: file)
        state.withLock { $0.running.append(Running(path: path, file: file, hasInvocationHeaders: hasInvocationHeaders)) }
    }

    /// Ends the newest.
    /// - Returns: its host path; nil where none runs.
    public func stop() -> String? {
        guard let ended = state.withLock({ $0.running.popLast() }) else { return nil }
        Self.write(Self.rule + "PowerShell transcript end\nEnd time: \(Self.now)\n" + Self.rule, to: ended.file)
        ended.file.close()
        return ended.path
    }

    /// Ends all of them, as the shell or the runspace does with itself.
    public func endAll() { while stop() != nil {} }

    /// Records what is shown, line ends included.
    public func record(_ text: @autoclosure () -> String) {
        state.withLock { state in
            guard !state.running.isEmpty, !state.isPaused else { return }
            let plain = EscapeSequences.removed(from: text())
            for running in state.running { Self.write(plain, to: running.file) }
        }
    }

    /// Records what is entered, behind the prompt that it was entered at.
    public func recordEntry(_ text: String, prompt: String) {
        state.withLock { state in
            for running in state.running {
                let header = running.hasInvocationHeaders ? Self.rule + "Command start time: \(Self.now)\n" + Self.rule : ""
                let lines = text.replacing("\n", with: "\n>> ")
                Self.write(header + EscapeSequences.removed(from: prompt) + lines + "\n", to: running.file)
            }
        }
    }

    /// Shows something that no transcript keeps: a bar of progress, which the next text overwrites.
    public func pausing(_ body: () -> Void) {
        state.withLock { $0.isPaused = true }
        body()
        state.withLock { $0.isPaused = false }
    }

    private static var now: String { DateFormat.format(.now(), "yyyyMMddHHmmss") }

    /// A disk that is full ends the recording, and nothing else.
    private static func write(_ text: String, to file: Descriptor) { try? writeFully(file.raw, Array(text.utf8)) }
}
