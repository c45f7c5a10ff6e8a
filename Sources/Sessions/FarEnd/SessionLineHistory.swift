import AgentProtocol
import LineEditing
import Values

/// The lines of this session, which the shell's side keeps: the container's own files are no place for them.
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
