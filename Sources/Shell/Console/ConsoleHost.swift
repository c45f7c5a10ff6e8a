import CmdletKit
import CmdletSupport
import Formatting
import Glibc
import Interpreter
import LinuxSystem
import SourceText
import Values

/// The engine's host on three descriptors, each of which may be a terminal, a pipe or a file.
public final class ConsoleHost: EngineHost {
    private let output: TextOutput
    private let errorOutput: TextOutput
    private let input: Int32
    private let descriptors: (input: Int32, output: Int32, error: Int32)?
    public let style = StyleObject()
    public let transcripts = Transcripts()
    public var usesColour: Bool { style.keepsEscapes(isTerminal: outputIsTerminal) }
    private let outputDescriptor: Int32
    /// Whether standard output is a terminal. Text is then written at once instead of being collected.
    let outputIsTerminal: Bool
    private let isInteractive: Bool
    /// The formatter of the statement that is running, so that other text can first end its table.
    private weak var display: FormattedOutput?
    /// Reads how errors are shown: `$ErrorView` of the session.
    public var errorView: () -> ErrorView = { .concise }
    /// Reads a line for Read-Host, where the prompt itself reads standard input; its argument is not used. nil to read the
    /// descriptor.
    public var lineSource: ((String) -> String?)?

    /// Makes a host. `NO_COLOR` in the environment, or a TERM that is missing or `dumb`, turns colours off.
    /// - Parameters:
    ///   - input: the descriptor for answers to questions.
    ///   - output: the descriptor for objects, messages and prompts.
    ///   - error: the descriptor for errors.
    ///   - interactive: whether the user can be asked.
    ///   - inherits: whether native programs write to these descriptors themselves; false to capture their output and show it as
    ///     objects.
    public init(input: Int32 = 0, output: Int32 = 1, error: Int32 = 2, interactive: Bool, inherits: Bool = true) {
        self.input = input
        self.output = TextOutput(output)
        errorOutput = TextOutput(error)
        descriptors = inherits ? (input, output, error) : nil
        outputDescriptor = output
        outputIsTerminal = isatty(output) == 1
        isInteractive = interactive
        let isPlain = getenv("NO_COLOR") != nil || (getenv("TERM").map { String(cString: $0) } ?? "dumb") == "dumb"
        if isPlain { style.rendering = .plainText }
    }

    /// The terminal's columns. Read anew each time, because the terminal may have been resized.
    public var width: Int {
        if let size = WindowSize(of: outputDescriptor), size.columns > 0 { return Int(size.columns) }
        // Without a terminal, PowerShell formats for $COLUMNS or 120 columns.
        if let columns = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), columns > 0 { return columns }
        return 120
    }

    public func writeText(_ text: String, newline: Bool, foreground: String?, background: String?) {
        transcripts.record(newline ? text + "\n" : text)
        let safe = usesColour ? text : EscapeSequences.removed(from: text)
        output.write(
            Colours.wrap(safe, foreground: foreground, background: background, enabled: usesColour) + (newline ? "\n" : ""))
        if newline == false || outputIsTerminal { output.flush() }
    }

    public func writeError(_ record: ErrorRecord) {
        flush()
        let keepsEscapes = style.keepsEscapes(isTerminal: outputIsTerminal && isatty(descriptors?.error ?? 2) == 1)
        let isTerminal = isatty(descriptors?.error ?? 2) == 1
        let view = errorView()
        transcripts.record(view.text(record, style: nil, width: nil) + "\n")
        errorOutput.write(view.text(record, style: keepsEscapes ? style : nil, width: isTerminal ? width : nil) + "\n")
        errorOutput.flush()
    }

    public func writeLine(_ label: String, _ text: String) {
        let line = "\(label): \(TerminalText.sanitized(text))"
        transcripts.record(line + "\n")
        // $PSStyle.Formatting has the labels as Warning, Verbose and Debug.
        output.write(
            (usesColour ? style.wrap(line, in: style.formatting[label.prefix(1) + label.dropFirst().lowercased()]) : line) + "\n")
        output.flush()
    }

    public func flush() {
        try? display?.finish()
        output.flush()
    }

    /// Registers the formatter that `flush()` has to end before other text is written.
    func show(through formatter: FormattedOutput) -> FormattedOutput {
        display = formatter
        return formatter
    }

    public func readLine(prompt: String, hidesInput: Bool) -> String? {
        guard isInteractive || lineSource != nil else { return nil }
        let line = ask(prompt, hidesInput: hidesInput)
        transcripts.record(prompt + (hidesInput ? "" : line ?? "") + "\n")
        return line
    }

    private func ask(_ prompt: String, hidesInput: Bool) -> String? {
        output.write(prompt)
        output.flush()
        if let lineSource { return lineSource("") }
        guard hidesInput, let modes = TerminalModes(of: input) else {
            return LineInput(input, interrupt: SignalHandling.interrupt).next()
        }
        modes.setQuiet(on: input)
        defer {
            modes.restore(on: input)
            output.write("\n")
            output.flush()
        }
        return LineInput(input, interrupt: SignalHandling.interrupt).next()
    }

    public var nativeDescriptors: (input: Int32, output: Int32, error: Int32)? { descriptors }

    /// Writes the text of formatted objects.
    func writeFormatted(_ text: String) {
        transcripts.record(text)
        output.write(text)
        if outputIsTerminal { output.flush() }
    }
}

/// Reads lines from a descriptor. One byte a call, so that input beyond the line is left to a program that reads the descriptor
/// next.
public final class LineInput {
    private let descriptor: Int32
    private var isEnded = false

    /// Ends a wait when Ctrl-C is pressed; nil if reading goes on after Ctrl-C.
    private let interrupt: Interrupt?

    /// Reads from a descriptor that the caller owns.
    /// - Parameter interrupt: ends a wait when Ctrl-C is pressed; nil to keep reading after Ctrl-C.
    public init(_ descriptor: Int32, interrupt: Interrupt? = nil) {
        self.descriptor = descriptor
        self.interrupt = interrupt
    }

    /// The next line without its line end (LF or CRLF), invalid UTF-8 as U+FFFD; nil at the end of input or after Ctrl-C.
    public func next() -> String? {
        guard !isEnded else { return nil }
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = read(descriptor, &byte, 1)
            if count < 0, errno == EINTR {
                if interrupt?.isRequested == true { return nil }
                continue
            }
            guard count == 1 else {
                isEnded = true
                return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\n") { return String(decoding: line.last == 13 ? line.dropLast() : line[...], as: UTF8.self) }
            line.append(byte)
        }
    }
}
