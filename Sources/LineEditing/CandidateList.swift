import SourceText

/// The list of candidates that Tab prints below the line: labels in columns, or one a line with its detail if there are few.
enum CandidateList {
    private static let limit = 200

    static func text(_ candidates: [CompletionCandidate], width: Int) -> String {
        let shown = candidates.prefix(limit).map { (label: printable($0.label), detail: printable($0.detail)) }
        let widest = min(shown.map(\.label.count).max() ?? 0, max(10, width - 4))
        var lines: [String] = []
        if shown.count <= 24, shown.contains(where: { !$0.detail.isEmpty }) {
            lines = shown.map { entry in
                let room = width - widest - 4
                let detail = room > 8 ? entry.detail.prefix(room) : ""
                return pad(entry.label, widest) + (detail.isEmpty ? "" : "  " + detail)
            }
        } else {
            let columns = max(1, width / (widest + 2))
            let rows = (shown.count + columns - 1) / columns
            lines = (0..<rows).map { row in
                stride(from: row, to: shown.count, by: rows).map { pad(shown[$0].label, widest) }.joined(separator: "  ")
            }
        }
        if candidates.count > limit { lines.append("… and \(candidates.count - limit) more") }
        return lines.map { line in
            var trimmed = line
            while trimmed.last == " " { trimmed.removeLast() }
            return trimmed + "\r\n"
        }.joined()
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// Replaces control characters by `?`: names of files and containers may hold any, and none may reach the terminal.
    private static func printable(_ text: String) -> String {
        TerminalText.sanitized(text, keeping: [], replacing: .questionMark)
    }
}
