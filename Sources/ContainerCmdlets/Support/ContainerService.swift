import Containers

/// The container host of a session, as its cmdlets reach it: `try runtime.service(ContainerService.self).host`.
public final class ContainerService {
    public let host: any ContainerHost

    public init(_ host: any ContainerHost) { self.host = WaitingContainerHost(host) }
}
