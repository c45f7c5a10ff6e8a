import Containers
import LinuxSystem

/// How the sessions of a container host get their far side: an endpoint, which is this shell in a running container. Endpoints of every
/// host say the same (`SessionMessage`) over their control streams, so that everything else about sessions knows no host.
package protocol SessionConnector {
    /// Starts an endpoint, whose control stream and, where it is asked for, terminal are the process's.
    func startEndpoint(
        in container: Container, asAdministrator: Bool, terminal: WindowSize?
    ) throws(ContainerError) -> any ContainerProcess

    /// Adds what an endpoint may ask of the container's host.
    func provide(_ services: inout RunspaceClient.Services, for container: Container, asAdministrator: Bool)
}
