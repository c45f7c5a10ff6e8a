import CmdletKit
import Interpreter
import Values

/// A progress record on its way to whoever watches.
package enum ProgressDisplay {
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
        // Drawn over the line and left at its start: whatever is written next takes its place.
        engine.host.transcripts.pausing {
            engine.host.writeText(
                record.isCompleted ? "\r\u{1B}[2K" : "\r\u{1B}[2K" + line.text(width: engine.host.width - 1) + "\r",
                newline: false, foreground: nil, background: nil)
        }
    }
}

/// `Copying [file 1  ████      ]`.
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
