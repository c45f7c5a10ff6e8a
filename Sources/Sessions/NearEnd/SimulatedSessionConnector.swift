import CmdletKit
import CmdletSupport
import ContainerCmdlets
import Containers
import LinuxSystem

/// Runs sessions in simulated containers: the shell's executable runs as a further process of this machine, with the container's
/// `C:\` as its files; this process answers its questions about the container's processes. A second engine in this process would
/// share its environment and terminal, which a container has for itself.
package struct SimulatedSessionConnector: SessionConnector {
    private let host: SimulatedContainerHost

    /// The running executable; this path is valid even if the file has been replaced since.
    private static let program = "/proc/self/exe"

    /// Sessions of a simulated host.
    package init(_ host: SimulatedContainerHost) { self.host = host }

    package func startEndpoint(
        in container: Container, asAdministrator: Bool, terminal: WindowSize?
    ) throws(ContainerError) -> any ContainerProcess {
        let user = asAdministrator ? "ContainerAdministrator" : "ContainerUser"
        let environment = SimulatedEnvironment.variables(computerName: container.computerName, user: user)
        return try host.execute(
            in: container.id,
            ProcessSpecification(
                arguments: ["bulkhead", "-Endpoint", "-Drive", try host.drive(of: container.id)]
                    + (terminal == nil ? [] : ["-Terminal"]),
                environment: environment.map { "\($0.name)=\($0.value)" } + TerminalEnvironment.pairs + Self.ownPairs,
                terminal: terminal != nil, columns: terminal?.columns ?? 80, rows: terminal?.rows ?? 24, control: true),
            playedBy: Self.program)
    }

    /// A PATH without folders of this machine, so that none of its programs is found, and TZ.
    private static var ownPairs: [String] {
        [#"PATH=C:\Windows\system32;C:\Windows"#] + (Environment.value("TZ").map { ["TZ=\($0)"] } ?? [])
    }

    package func provide(_ services: inout RunspaceClient.Services, for container: Container, asAdministrator: Bool) {
        let source = SimulatedProcessSource(host, container: container.id, asAdministrator: asAdministrator)
        services.processes = { isListing in isListing ? source.processes() : source.lookUp() }
        services.stopProcess = { id, force in
            do { try source.stop(id, force: force) } catch { return ErrorRecord.wrapping(error).message }
            return nil
        }
    }
}
