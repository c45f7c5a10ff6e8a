import CmdletKit
import Interpreter
import Values

/// Shows progress records (Write-Progress).
package enum ProgressDisplay {
    /// Sends a record to the frame's progress sink, if it has one, or else draws it on the terminal; `$ProgressPreference` can
    /// suppress both.
    /// - Throws: `ValueError` if the runtime has no engine or frame, and what the sink throws.
    package static func write(_ record: ProgressRecord, _ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        guard !["silentlycontinue", "ignore"].contains(engine.variable("ProgressPreference").displayText.lowercased()) else {
            return
        }
        if let sink = try runtime.frame.streams.progress {
            _ = try sink.write(.object(record))
            return
        }
        guard engine.host.usesColour else { return }
        let line = ProgressLine(
            activity: record.activity, status: record.status, percent: record.percent, operation: record.operation,
            seconds: record.seconds)
        // Drawn over the current line, with the cursor left at its start: the next output overwrites it.
        engine.host.transcripts.pausing {
            engine.host.writeText(
                record.isCompleted ? "\r\u{1B}[2K" : "\r\u{1B}[2K" + line.text(width: engine.host.width - 1) + "\r",
                newline: false, foreground: nil, background: nil)
        }
    }
}

/// A progress record as one line: `Copying [file 1 ████ ]`. The filled part is in reverse video.
struct ProgressLine {
    let activity: String
    let status: String
    let percent: Int
    let operation: String
    let seconds: Int

    func text(width: Int) -> String {
        var inner = status
        if !operation.isEmpty { inner += " " + operation }
        if percent >= 0 { inner += " \(percent)%" }
        if seconds >= 0 { inner += " \(seconds)s" }
        let room = max(8, min(60, width - activity.count - 3))
        let shown =
            inner.count > room ? String(inner.prefix(room - 1)) + "…" : inner + String(repeating: " ", count: room - inner.count)
        let filled = percent < 0 ? 0 : room * percent / 100
        return
            "\(String(activity.prefix(max(4, width - room - 3)))) [\u{1B}[7m\(shown.prefix(filled))\u{1B}[0m\(shown.dropFirst(filled))]"
    }
}
