import Containers
import LinuxSystem

/// Starts the endpoints of a container host's sessions. An endpoint is this shell, running in a container. The endpoints of every host
/// speak the same protocol (`SessionMessage`) over their control streams, so that only this protocol's implementations depend on the host.
package protocol SessionConnector {
    /// Starts an endpoint in a container. The process that is returned has the endpoint's control stream.
    /// - Parameters:
    ///   - asAdministrator: false for the container's unprivileged user.
    ///   - terminal: the size of the endpoint's terminal; nil for an endpoint without one.
    /// - Throws: as `ContainerHost.execute`: `ContainerNotFound`, `ContainerNotRunning`, `ProgramNotFound`, `ProgramNotStarted`.
    func startEndpoint(
        in container: Container, asAdministrator: Bool, terminal: WindowSize?
    ) throws(ContainerError) -> any ContainerProcess

    /// Sets the services through which an endpoint asks the container's host about processes.
    func provide(_ services: inout RunspaceClient.Services, for container: Container, asAdministrator: Bool)
}
