import Containers

/// The container host of a session, as its cmdlets reach it: `try runtime.service(ContainerService.self).host`.
public final class ContainerService {
    public let host: any ContainerHost
    /// Nil where this host's containers cannot be entered.
    package let connector: (any SessionConnector)?

    package init(_ host: any ContainerHost, connector: (any SessionConnector)? = nil) {
        self.host = WaitingContainerHost(host)
        self.connector = connector
    }
}
