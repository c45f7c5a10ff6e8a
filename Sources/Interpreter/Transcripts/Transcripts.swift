import Glibc
import LinuxSystem
import Synchronization
import Values

/// The transcripts of a host: the files that record what is shown and entered, from Start-Transcript to Stop-Transcript.
///
/// Each text is written at once, without a buffer, so that a transcript is complete however the shell ends.
public final class Transcripts: Sendable {
    private struct Running {
        let path: String
        let file: Descriptor
        let hasInvocationHeaders: Bool
    }

    private struct State {
        /// The running transcripts, the newest last.
        var running: [Running] = []
        var isPaused = false
    }

    private let state = Mutex(State())

    /// Makes a host's set of transcripts, none of them running.
    public init() {}

    deinit { endAll() }

    private static let rule = "**********************\n"

    /// Whether a transcript is running.
    public var isActive: Bool { state.withLock { !$0.running.isEmpty } }

    /// Starts another transcript; what is shown is recorded by all that run.
    /// - Parameters:
    ///   - path: the host path. An existing file is appended to.
    ///   - facts: further lines of the header.
    ///   - hasInvocationHeaders: whether each entry is preceded by its time (-IncludeInvocationHeader).
    /// - Throws: `SystemError` where the file cannot be opened.
    package func start(_ path: String, facts: [String], hasInvocationHeaders: Bool) throws(SystemError) {
        let folder = Files.split(path).folder
        if !Files.isDirectory(folder) { try Folders.make(folder) }
        let file = try Descriptor.open(path, O_WRONLY | O_CREAT | O_APPEND, mode: 0o666)
        let header = ["PowerShell transcript start", "Start time: \(Self.now)"] + facts
        Self.write(Self.rule + header.map { $0 + "\n" }.joined() + Self.rule, to: file)
        state.withLock { $0.running.append(Running(path: path, file: file, hasInvocationHeaders: hasInvocationHeaders)) }
    }

    /// Stops the newest transcript.
    /// - Returns: its host path; nil where none is running.
    public func stop() -> String? {
        guard let ended = state.withLock({ $0.running.popLast() }) else { return nil }
        Self.write(Self.rule + "PowerShell transcript end\nEnd time: \(Self.now)\n" + Self.rule, to: ended.file)
        ended.file.close()
        return ended.path
    }

    /// Stops all transcripts, at the end of the shell or the runspace.
    public func endAll() { while stop() != nil {} }

    /// Records text that was shown, line ends included.
    public func record(_ text: @autoclosure () -> String) {
        state.withLock { state in
            guard !state.running.isEmpty, !state.isPaused else { return }
            let plain = EscapeSequences.removed(from: text())
            for running in state.running { Self.write(plain, to: running.file) }
        }
    }

    /// Records a line that was entered, with the prompt before it.
    public func recordEntry(_ text: String, prompt: String) {
        state.withLock { state in
            for running in state.running {
                let header = running.hasInvocationHeaders ? Self.rule + "Command start time: \(Self.now)\n" + Self.rule : ""
                let lines = text.replacing("\n", with: "\n>> ")
                Self.write(header + EscapeSequences.removed(from: prompt) + lines + "\n", to: running.file)
            }
        }
    }

    /// Shows something without recording it, such as a progress bar, which the next text overwrites.
    public func pausing(_ body: () -> Void) {
        state.withLock { $0.isPaused = true }
        body()
        state.withLock { $0.isPaused = false }
    }

    private static var now: String { DateFormat.format(.now(), "yyyyMMddHHmmss") }

    /// Writes to a file. An error, such as a full disk, is ignored: it must not end what is being recorded.
    private static func write(_ text: String, to file: Descriptor) { try? writeFully(file.raw, Array(text.utf8)) }
}
