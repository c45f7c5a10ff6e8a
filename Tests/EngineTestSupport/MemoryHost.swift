import CmdletKit
import CmdletSupport
import Formatting
import Glibc
import Interpreter
import LinuxSystem
import SourceText
import StandardCmdlets
import Values

/// An engine host whose display is a string in memory.
public final class MemoryHost: EngineHost {
    /// The text shown since `take()` was last called.
    public private(set) var text = ""
    public let usesColour = false
    public let style = StyleObject()
    public let transcripts = Transcripts()
    public let width = 80
    private var open: [WeakDisplay] = []

    private struct WeakDisplay { weak var display: Display? }

    /// The end of a pipeline: formats objects as text.
    private final class Display: OutputSink {
        private let formatter: Formatter
        let isDisplay: Bool

        init(_ formatter: Formatter, isDisplay: Bool) {
            self.formatter = formatter
            self.isDisplay = isDisplay
        }

        func write(_ value: Value) throws -> Flow {
            try formatter.write(value)
            return .more
        }
        func finish() throws { try formatter.flush() }
    }

    private func display(_ engine: Engine, _ line: @escaping (String) -> Void) -> Display {
        let display = Display(
            FormattingService.makeFormatter(engine, width: width, isTerminal: false, output: line), isDisplay: true)
        open.append(WeakDisplay(display: display))
        return display
    }

    public func makeOutput(_ engine: Engine) -> any OutputSink { display(engine) { [weak self] in self?.show($0 + "\n") } }
    private func show(_ text: String) {
        transcripts.record(text)
        self.text += text
    }
    public func makeFileOutput(_ path: String, append: Bool, _ engine: Engine) throws -> any OutputSink {
        let file = try Descriptor.open(path, O_WRONLY | O_CREAT | (append ? O_APPEND : O_TRUNC), mode: 0o600)
        return display(engine) { try? writeFully(file.raw, $0 + "\n") }
    }
    public func makeTextOutput(_ engine: Engine, _ line: @escaping (String) -> Void) -> any OutputSink { display(engine, line) }
    public func writeText(_ text: String, newline: Bool, foreground: String?, background: String?) {
        flush()
        show(text + (newline ? "\n" : ""))
    }
    public func writeError(_ record: ErrorRecord) {
        flush()
        show("\(record.commandName.isEmpty ? record.exception.type.shortName : record.commandName): \(record.message)\n")
    }
    public func writeLine(_ label: String, _ text: String) {
        flush()
        show("\(label): \(text)\n")
    }
    public func flush() {
        for entry in open { try? entry.display?.finish() }
        open.removeAll { $0.display == nil }
    }
    public func readLine(prompt: String, hidesInput: Bool) -> String? { nil }
    public var nativeDescriptors: (input: Int32, output: Int32, error: Int32)? { nil }

    /// Returns the text shown since the last call.
    public func take() -> String {
        defer { text = "" }
        return text
    }
}

/// A session of the language with all core cmdlets, whose display is a string.
public struct TestSession {
    /// The display.
    public let host = MemoryHost()
    /// The engine.
    public let engine: Engine

    /// Makes a session with the core cmdlets, their views and this machine's processes.
    public init() {
        engine = Engine(host: host)
        StandardCmdlets.install(in: engine)
        var views = ViewTable.builtin
        views.add(StandardCmdlets.views)
        engine.provide(views, as: ViewTable.self)
        engine.provide(LinuxProcessSource(), as: (any ProcessSource).self)
    }

    /// Runs a line as the prompt does, and returns the text that is shown, including errors.
    public func run(_ text: String) -> String {
        do { try engine.run(SourceFile(text: text)) } catch { return host.take() + "\(error)\n" }
        return host.take()
    }
}
