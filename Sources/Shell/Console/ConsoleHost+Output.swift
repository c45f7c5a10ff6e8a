import CmdletKit
import CmdletSupport
import Formatting
import Glibc
import Interpreter
import LinuxSystem
import Values

extension ConsoleHost {
    public func makeOutput(_ engine: Engine) -> any OutputSink {
        show(
            through: FormattedOutput(engine, width: width, isTerminal: outputIsTerminal, isDisplay: true) {
                [weak self] line in
                self?.writeFormatted(line + "\n")
            })
    }

    public func makeFileOutput(_ path: String, append: Bool, _ engine: Engine) throws -> any OutputSink {
        let file = try TextFile(path, append: append, engine.fileSystem)
        return FormattedOutput(
            engine, width: width, isTerminal: false, isDisplay: false, line: { file.write($0 + "\n") },
            end: { file.flush() })
    }

    public func makeTextOutput(_ engine: Engine, _ line: @escaping (String) -> Void) -> any OutputSink {
        FormattedOutput(engine, width: width, isTerminal: false, isDisplay: false, line: line)
    }
}

/// The end of a pipeline that formats its objects as text.
final class FormattedOutput: OutputSink {
    private let formatter: Formatter
    let isDisplay: Bool
    private let end: () -> Void

    init(
        _ engine: Engine, width: Int, isTerminal: Bool, isDisplay: Bool, line: @escaping (String) -> Void,
        end: @escaping () -> Void = {}
    ) {
        formatter = FormattingService.makeFormatter(engine, width: width, isTerminal: isTerminal, output: line)
        self.isDisplay = isDisplay
        self.end = end
    }

    func write(_ value: Value) throws -> Flow {
        try formatter.write(value)
        return .more
    }

    /// Writes what the formatter holds back. Called at the end of each statement, and before other text is written to the same
    /// place, so more than once.
    func finish() throws {
        try formatter.flush()
        end()
    }
}

/// The file of a redirection (`> file`).
private final class TextFile {
    private let output: TextOutput
    private let descriptor: Descriptor

    init(_ path: String, append: Bool, _ view: FileSystemView) throws {
        let host = view.hostPath(path)
        let raw = open(host, O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : O_TRUNC), 0o666)
        guard raw >= 0 else {
            if errno == ENOENT {
                throw ValueError(
                    "Could not find a part of the path '\(view.display(host))'.", id: "FileOpenFailure",
                    exception: "System.IO.DirectoryNotFoundException",
                    category: "OpenError")
            }
            throw FileSystemView.failure(view.display(host))
        }
        descriptor = Descriptor(raw)
        output = TextOutput(raw)
    }

    func write(_ text: String) { output.write(text) }
    func flush() { output.flush() }
}
