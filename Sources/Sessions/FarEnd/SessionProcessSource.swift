import CmdletSupport
import Values

/// The container's processes, with the numbers that the container host knows them by.
package struct SessionProcessSource: ProcessSource {
    private let link: ControlLink
    /// Asks for the host's numbers over a session's control stream.
    package init(_ link: ControlLink) { self.link = link }

    package var style: ProcessStyle { .session }

    package func processes() throws -> [ProcessSnapshot] {
        var known: [Int32: Int32] = [:]
        for pair in link.ask(.hostProcesses, .null).enumerated ?? [] {
            if case .array(let numbers) = pair, numbers.elements.count == 2, case .int(let inside) = numbers.elements[0],
                case .int(let outside) = numbers.elements[1]
            {
                known[inside] = outside
            }
        }
        let hostIDs = known
        return try LinuxProcessSource(style: .session, hostID: { hostIDs[$0] }).processes()
    }

    package func stop(_ id: Int32, force: Bool) throws { try LinuxProcessSource().stop(id, force: force) }
}
