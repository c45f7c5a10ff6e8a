import Containers
import LinuxSystem

/// Sessions in the Linux host's containers: the shell's executable runs inside, whose every look at files and processes is the
/// container's own.
package struct LinuxSessionConnector: SessionConnector {
    private let host: any ContainerHost

    /// Where the shell's executable is inside every container.
    private static let program = "/.bulkhead/bulkhead"
    /// The user of the container without -RunAsAdministrator.
    private static let unprivileged: UInt32 = 1000

    /// Sessions of a host whose containers have Bulkhead's executable at `/.bulkhead`.
    package init(_ host: any ContainerHost) { self.host = host }

    package func startEndpoint(
        in container: Container, asAdministrator: Bool, terminal: WindowSize?
    ) throws(ContainerError) -> any ContainerProcess {
        let user = asAdministrator ? 0 : Self.unprivileged
        return try host.execute(
            in: container.id,
            ProcessSpecification(
                arguments: [Self.program, "-Endpoint"] + (terminal == nil ? [] : ["-Terminal"]),
                environment: Self.environment(asAdministrator), workingDirectory: "/", userID: user, groupID: user,
                terminal: terminal != nil, columns: terminal?.columns ?? 80, rows: terminal?.rows ?? 24, control: true))
    }

    package func provide(_ services: inout RunspaceClient.Services, for container: Container, asAdministrator: Bool) {
        services.hostProcesses = { [host] in ((try? host.hostProcessIDs(of: container.id)) ?? [:]).map { ($0.key, $0.value) } }
    }

    private static func environment(_ asAdministrator: Bool) -> [String] {
        [
            "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME=\(asAdministrator ? "/root" : "/tmp")",
        ] + TerminalEnvironment.pairs
    }
}
