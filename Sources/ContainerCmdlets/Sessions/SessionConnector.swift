import Containers
import Endpoint
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

/// Keeps the lines that a user enters in containers, on this side. Apart for each container: one never learns what was typed in another,
/// nor what it wrote itself is offered anywhere else.
public protocol SessionHistory {
    func entries(of container: ContainerID) -> [String]
    func append(_ line: String, of container: ContainerID)
}
