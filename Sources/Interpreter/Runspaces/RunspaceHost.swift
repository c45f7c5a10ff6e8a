import CmdletKit
import Values

/// The host of a runspace without a terminal: programs get no input and their output is taken as objects, and nobody can be asked.
public final class RunspaceHost: EngineHost {
    /// Lays out objects as text, for redirection to files and for programs' input.
    private let base: any EngineHost
    /// What code writes to its host goes to the base's; else nowhere.
    private let shows: Bool

    public init(_ base: any EngineHost, shows: Bool) {
        self.base = (base as? RunspaceHost)?.base ?? base
        self.shows = shows
    }

    public var style: StyleObject { base.style }
    /// Those of the runspace: of what is shown by the base's host, that host has its own.
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
