import CmdletKit
import Containers
import Endpoint
import Engine
import FoundationEssentials
import LinuxSystem
import Values

/// An endpoint that runs in a container, and the stream to it.
final class ContainerEndpoint {
    let container: Container
    let process: any ContainerProcess
    let client: RunspaceClient

    /// Where the shell's executable is inside every container.
    private static let program = "/.bulkhead/bulkhead"
    /// The user of the container without -RunAsAdministrator.
    private static let unprivileged: UInt32 = 1000

    /// Starts the endpoint and greets it.
    /// - Throws: the error record of a session that could not be made.
    init(_ container: Container, _ engine: Engine, asAdministrator: Bool, terminal: WindowSize? = nil) throws {
        guard let host = engine.service(ContainerService.self)?.host else { throw SessionErrors.noHost }
        self.container = container
        let user = asAdministrator ? 0 : Self.unprivileged
        let specification = ProcessSpecification(
            arguments: [Self.program, "-Endpoint"] + (terminal == nil ? [] : ["-Terminal"]),
            environment: Self.environment(asAdministrator),
            workingDirectory: "/", userID: user, groupID: user, terminal: terminal != nil, columns: terminal?.columns ?? 80,
            rows: terminal?.rows ?? 24,
            control: true)
        do { process = try host.execute(in: container.id, specification) } catch {
            throw SessionErrors.notLaunched(container, error.description)
        }
        guard let control = process.control else {
            process.close()
            throw SessionErrors.notLaunched(container, "it has no control stream")
        }
        let id = container.id
        client = RunspaceClient(
            control,
            services: RunspaceClient.Services(
                readLine: { [weak engine] prompt, hides in engine?.host.readLine(prompt: prompt, hidesInput: hides) },
                hostProcesses: { ((try? host.hostProcessIDs(of: id)) ?? [:]).map { ($0.key, $0.value) } }))
        do { try client.greet(SessionGreeting(name: container.name, width: engine.host.width)) } catch {
            let output = terminal == nil ? process.standardError.flatMap { try? readSome($0, atMost: 4096) } : nil
            process.close()
            throw SessionErrors.notLaunched(container, output.map { String(decoding: $0, as: UTF8.self) } ?? "\(error)")
        }
    }

    func close() { process.close() }

    private static func environment(_ asAdministrator: Bool) -> [String] {
        var pairs = [
            "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME=\(asAdministrator ? "/root" : "/tmp")",
            "LC_ALL=C.UTF-8",
        ]
        let terminal = Environment.value("TERM") ?? "dumb"
        pairs.append("TERM=\(terminal)")
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

/// The errors of sessions, in PowerShell's words.
enum SessionErrors {
    private static func record(_ text: String, _ target: Value = .null) -> ErrorRecord {
        ErrorRecord(
            text, id: "CreateRemoteRunspaceForContainerFailed", category: "InvalidOperation",
            exception: "System.Management.Automation.Remoting.PSRemotingDataStructureException", target: target)
    }

    static var noHost: TerminatingError {
        TerminatingError(record("This shell has no container host, so there is no container to enter."))
    }

    static func unknownID(_ id: String) -> ErrorRecord {
        record("The input ContainerId \(id) does not exist, or the corresponding container is not running.", .string(id))
    }

    static func unknownName(_ name: String) -> ErrorRecord {
        record("The input ContainerName \(name) does not exist, or the corresponding container is not running.", .string(name))
    }

    static func ambiguousName(_ name: String) -> ErrorRecord {
        record("The input ContainerName \(name) does not resolve to a single running container.", .string(name))
    }

    static func notLaunched(_ container: Container, _ reason: String) -> TerminatingError {
        TerminatingError(
            record(
                "Failed to launch PowerShell process inside container with id \(container.id.text).\n\(reason)",
                .string(container.id.text)))
    }

    static var nested: ErrorRecord {
        record("You are currently in a PowerShell PSSession and cannot use the Enter-PSSession cmdlet to enter another PSSession.")
    }
}

/// Which running containers a session cmdlet means.
enum SessionTargets {
    /// - Returns: the containers, and an error for each name and id that stands for none.
    static func find(ids: [String], names: [String], _ runtime: any CmdletRuntime) throws -> [Container] {
        let host = try runtime.containerHost()
        let all = try runtime.whole { try host.containers() }.filter { $0.state == .running }
        var found: [Container] = []
        for id in ids {
            let fitting = all.filter { $0.id.matches(prefix: id) }
            if fitting.count == 1 { found += fitting } else { try runtime.writeError(SessionErrors.unknownID(id)) }
        }
        for name in names {
            let fitting = all.filter { $0.name.equalsIgnoringCase(name) }
            switch fitting.count {
            case 1: found += fitting
            case 0: try runtime.writeError(SessionErrors.unknownName(name))
            default: try runtime.writeError(SessionErrors.ambiguousName(name))
            }
        }
        return found
    }
}
