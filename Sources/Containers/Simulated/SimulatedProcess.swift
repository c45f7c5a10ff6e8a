import ContainerModel

/// A process of the simulated host, as one listing shows it.
package struct SimulatedProcess: Sendable, Hashable {
    /// The process id in the listing.
    package var id: Int32
    /// The process id on the host; nil where the host does not see the process.
    package var hostID: Int32?
    /// The program's name without `.exe`.
    package var name: String
    /// Windows' session, 0 for services.
    package var sessionID: Int32
    /// `NT AUTHORITY\SYSTEM`; a utility VM's worker has its container's id.
    package var userName: String
    /// The process's values in this listing.
    package var values: Recording.Values
    /// The container that the process belongs to; nil for processes of the host.
    package var container: ContainerID?
}
