import ContainerModel

/// A process of the simulated host, as one listing shows it.
package struct SimulatedProcess: Sendable, Hashable {
    /// Its number where it is listed.
    package var id: Int32
    /// The number that the host knows it by; nil where the host does not see it. The same as `id` for what it sees.
    package var hostID: Int32?
    /// Without `.exe`.
    package var name: String
    /// Windows' session, 0 for services.
    package var sessionID: Int32
    /// `NT AUTHORITY\SYSTEM`; a utility VM's worker has its container's id.
    package var userName: String
    /// What this listing shows of it.
    package var values: Recording.Values
    /// The container it belongs to; nil for the host's own.
    package var container: ContainerID?
}
