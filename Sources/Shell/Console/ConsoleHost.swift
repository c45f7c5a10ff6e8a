import CmdletKit
import CoreCmdlets
import Engine
import Formatting
import Glibc
import LinuxSystem
import SourceText
import Values

/// The engine's host on a pair of descriptors: a terminal, a pipe or a file.
public final class ConsoleHost: EngineHost {
    private let output: TextOutput
    private let errorOutput: TextOutput
    private let input: Int32
    private let descriptors: (input: Int32, output: Int32, error: Int32)?
    public let style = StyleObject()
    public let transcripts = Transcripts()
    public var usesColour: Bool { style.keepsEscapes(isTerminal: outputIsTerminal) }
    private let outputDescriptor: Int32
    /// Somebody looks at it: what is written is shown at once.
    let outputIsTerminal: Bool
    private let isInteractive: Bool
    /// The display's formatter of the statement that runs, so that other text can end its table first.
    private weak var display: FormattedOutput?
    /// How errors are shown: `$ErrorView` of the session that the host belongs to.
    public var errorView: () -> ErrorView = { .concise }
    /// Where lines for Read-Host come from, where the prompt reads standard input too.
    public var lineSource: ((String) -> String?)?

    /// - Parameters:
    ///   - interactive: questions may be asked.
    ///   - inherits: native programs write to these descriptors themselves; false: their output is captured and shown as objects.
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

    /// Asked for each time: the terminal may have been resized.
    public var width: Int {
        if let size = WindowSize(of: outputDescriptor), size.columns > 0 { return Int(size.columns) }
        // Without a terminal PowerShell formats for COLUMNS or 120 columns.
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
        // The labels are WARNING, VERBOSE and DEBUG.
        output.write(
            (usesColour ? style.wrap(line, in: style.formatting[label.prefix(1) + label.dropFirst().lowercased()]) : line) + "\n")
        output.flush()
    }

    public func flush() {
        try? display?.finish()
        output.flush()
    }

    /// The display's formatter from now on.
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

    /// Text of formatted objects.
    func writeFormatted(_ text: String) {
        transcripts.record(text)
        output.write(text)
        if outputIsTerminal { output.flush() }
    }
}

/// Lines from a descriptor, byte by byte so that nothing is taken from a program that reads the same descriptor next.
public final class LineInput {
    private let descriptor: Int32
    private var isEnded = false

    /// What ends the wait for a question's answer; nil for input that goes on behind Ctrl-C.
    private let interrupt: Interrupt?

    public init(_ descriptor: Int32, interrupt: Interrupt? = nil) {
        self.descriptor = descriptor
        self.interrupt = interrupt
    }

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
