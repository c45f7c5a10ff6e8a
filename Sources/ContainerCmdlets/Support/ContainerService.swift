import CmdletKit
import Containers
import CoreCmdlets
import Engine
import Values

/// The container host of a session, as its cmdlets reach it: `try runtime.service(ContainerService.self).host`.
public final class ContainerService {
    public enum Kind: String, Sendable {
        case linux = "Linux"
        case simulated = "Simulated"
    }

    public let host: any ContainerHost
    public let kind: Kind

    public init(_ host: any ContainerHost, kind: Kind) {
        self.host = host
        self.kind = kind
    }
}
