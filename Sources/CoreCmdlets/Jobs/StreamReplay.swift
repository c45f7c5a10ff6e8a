import CmdletKit
import CmdletSupport
import Interpreter
import Values

extension CmdletRuntime {
    /// Writes a record that another runspace wrote to the same stream of this pipeline.
    /// - Throws: what writing to the stream throws.
    func replay(_ kind: StreamKind, _ value: Value) throws {
        switch kind {
        case .output: try write(value)
        case .error:
            let record = value.asObject(ErrorRecord.self) ?? ErrorRecord(value.displayText, id: "RemoteError")
            record.isForeign = true
            try writeError(record)
        case .warning: try writeWarning(value.displayText)
        case .verbose: try writeVerbose(value.displayText)
        case .debug: try writeDebug(value.displayText)
        case .information:
            if let message = value.asObject(InformationRecord.self)?.hostMessage {
                try writeHost(
                    message.text, newline: message.newline, foreground: message.foreground, background: message.background)
            } else {
                try writeInformation(value, tags: [])
            }
        case .progress: if let record = value.asObject(ProgressRecord.self) { try ProgressDisplay.write(record, self) }
        }
    }
}
