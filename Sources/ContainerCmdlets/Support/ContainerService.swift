import Containers

/// The container host of a session, as its cmdlets reach it: `try runtime.service(ContainerService.self).host`.
public final class ContainerService {
    /// The host, whose operations leave the turn to other runspaces.
    public let host: any ContainerHost

    /// The service of a host.
    public init(_ host: any ContainerHost) { self.host = WaitingContainerHost(host) }
}
