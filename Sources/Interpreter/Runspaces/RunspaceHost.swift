import CmdletKit
import Values

/// The host of a runspace without a terminal: programs get no input, their output is captured, and questions are not answered.
public final class RunspaceHost: EngineHost {
    /// The host of the session's first engine, which formats objects for files and programs' input.
    private let base: any EngineHost
    /// Whether output to the host is shown by the base host; otherwise it is dropped.
    private let shows: Bool

    /// Makes a host; the base of another runspace's host is that one's base.
    public init(_ base: any EngineHost, shows: Bool) {
        self.base = (base as? RunspaceHost)?.base ?? base
        self.shows = shows
    }

    public var style: StyleObject { base.style }
    /// Transcripts started inside the runspace. Output that reaches the base host is recorded by the base host's transcripts as
    /// well.
    public let transcripts = Transcripts()
    public var usesColour: Bool { false }
    public var width: Int { base.width }
    public func makeOutput(_ engine: Engine) -> any OutputSink { shows ? base.makeOutput(engine) : NullSink() }
    public func makeFileOutput(_ path: String, append: Bool, _ engine: Engine) throws -> any OutputSink {
        try base.makeFileOutput(path, append: append, engine)
    }
    public func makeTextOutput(_ engine: Engine, _ line: @escaping (String) -> Void) -> any OutputSink {
        base.makeTextOutput(engine, line)
    }
    public func writeText(_ text: String, newline: Bool, foreground: String?, background: String?) {
        transcripts.record(newline ? text + "\n" : text)
        if shows { base.writeText(text, newline: newline, foreground: foreground, background: background) }
    }
    public func writeError(_ record: ErrorRecord) {
        transcripts.record(record.message + "\n")
        if shows { base.writeError(record) }
    }
    public func writeLine(_ label: String, _ text: String) {
        transcripts.record("\(label): \(text)\n")
        if shows { base.writeLine(label, text) }
    }
    public func flush() { if shows { base.flush() } }
    public func readLine(prompt: String, hidesInput: Bool) -> String? { nil }
    public var nativeDescriptors: (input: Int32, output: Int32, error: Int32)? { nil }
}
