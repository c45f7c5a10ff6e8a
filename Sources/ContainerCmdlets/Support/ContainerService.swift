import Containers

/// The container host of a session, as the cmdlets get it: `try runtime.service(ContainerService.self).host`.
public final class ContainerService {
    /// The host. Its long operations let other runspaces run meanwhile.
    public let host: any ContainerHost
    /// Starts sessions in containers; nil if this host's containers cannot be entered.
    package let connector: (any SessionConnector)?

    /// A service for a host.
    package init(_ host: any ContainerHost, connector: (any SessionConnector)? = nil) {
        self.host = WaitingContainerHost(host)
        self.connector = connector
    }
}
