import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Writes the records that an endpoint sends to the shell's streams of the same kind.
enum StreamReplay {
    static func show(_ item: RunspaceClient.Item, output: any OutputSink, _ engine: Engine) throws -> Flow {
        switch item {
        case .output(let value): return try output.write(value)
        case .error(let record): engine.host.writeError(record)
        case .line(let label, let text):
            engine.host.flush()
            engine.host.writeLine(label, text)
        case .hostText(let text, let newline, let foreground, let background):
            engine.host.flush()
            engine.host.writeText(text, newline: newline, foreground: foreground, background: background)
        }
        return .more
    }
}
