import Containers

/// The container host of a session, as the cmdlets get it: `try runtime.service(ContainerService.self).host`.
public final class ContainerService {
    /// The host. Its long operations let other runspaces run meanwhile.
    public let host: any ContainerHost

    /// The service of a host.
    public init(_ host: any ContainerHost) { self.host = WaitingContainerHost(host) }
}
