import ContainerModel

/// A process of the simulated host, as one listing shows it.
package struct SimulatedProcess: Sendable, Hashable {
    package var id: Int32
    /// The number that the host knows it by; nil where the host does not see it. The same as `id` for what it sees.
    package var hostID: Int32?
    package var name: String
    package var sessionID: Int32
    package var userName: String
    package var values: Recording.Values
    /// The container it belongs to; nil for the host's own.
    package var container: ContainerID?
}
