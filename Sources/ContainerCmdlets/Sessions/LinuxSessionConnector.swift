import Containers
import Endpoint
import FoundationEssentials
import LinuxSystem

/// Sessions in the Linux host's containers: the shell's executable runs inside, whose every look at files and processes is the
/// container's own.
package struct LinuxSessionConnector: SessionConnector {
    private let host: any ContainerHost

    /// Where the shell's executable is inside every container.
    private static let program = "/.bulkhead/bulkhead"
    /// The user of the container without -RunAsAdministrator.
    private static let unprivileged: UInt32 = 1000

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

/// What an endpoint's environment says of the terminal that its text ends on.
enum TerminalEnvironment {
    static var pairs: [String] {
        let terminal = Environment.value("TERM") ?? "dumb"
        var pairs = ["LC_ALL=C.UTF-8", "TERM=\(terminal)"]
        if let wish = Environment.value("NO_COLOR") { pairs.append("NO_COLOR=\(wish)") }
        // Images have no terminal descriptions: this terminal's own goes along in the form that ncurses takes from the environment.
        if let entry = description(of: terminal) { pairs.append("TERMINFO=b64:" + Data(entry).base64EncodedString()) }
        return pairs
    }

    private static func description(of terminal: String) -> [UInt8]? {
        guard let first = terminal.first, !terminal.contains("/"), !terminal.hasPrefix(".") else { return nil }
        for folder in ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"] {
            if let entry = try? Files.read("\(folder)/\(first)/\(terminal)", limit: 32 << 10) { return entry }
        }
        return nil
    }
}
