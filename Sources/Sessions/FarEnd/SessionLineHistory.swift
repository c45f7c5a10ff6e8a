import AgentProtocol
import LineEditing
import Values

/// The line history of this session. The shell's machine stores the lines, since files in the container vanish with it.
package final class SessionLineHistory: LineHistory {
    private let link: ControlLink
    private var isRead = false

    /// Asks and tells over a session's control stream.
    package init(_ link: ControlLink) { self.link = link }

    package func newEntries() -> [String] {
        guard !isRead else { return [] }
        isRead = true
        return (link.ask(.history, .null).enumerated ?? []).compactMap(\.text)
    }

    package func append(_ line: String) {
        if let frame = try? SessionMessage.remember.frame(.event, .string(line)) { link.send(frame) }
    }
}
