import CmdletSupport
import Values

/// The processes of a simulated container: its host knows them, and this machine does not run them.
package struct ForwardedProcessSource: ProcessSource {
    private let link: ControlLink

    /// Asks over a session's control stream.
    package init(_ link: ControlLink) { self.link = link }

    package var style: ProcessStyle { .windows }

    package func processes() throws -> [ProcessSnapshot] { ask(isListing: true) }
    package func lookUp() throws -> [ProcessSnapshot] { ask(isListing: false) }

    private func ask(isListing: Bool) -> [ProcessSnapshot] {
        (link.ask(.processes, .bool(isListing)).enumerated ?? []).compactMap { ProcessSnapshot(wireValue: $0) }
    }

    package func stop(_ id: Int32, force: Bool) throws {
        guard let reason = link.ask(.stopProcess, .array([.int(id), .bool(force)])).text else { return }
        throw ValueError.couldNotStopProcess(reason)
    }
}
