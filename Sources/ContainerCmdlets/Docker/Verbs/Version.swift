import Containers
import LinuxSystem

/// `docker version` and `docker info`.
extension DockerVerb {
    /// The version of the shell: its docker command has no version of its own.
    private static let number = "0.1.0"

    static func printVersionLine(_ session: DockerSession) -> Int32 {
        session.print("Docker commands of Bulkhead \(number)")
        return 0
    }

    static let version = DockerVerb(
        name: "version", synopsis: "Show the version information", usage: "[OPTIONS]",
        options: [.value("format", "f", "string", "Format output: json, or a template")], count: 0...0
    ) { (session, arguments) throws(DockerError) in
        let information = try session.daemon { () throws(ContainerError) in try session.host.information() }
        let document = DockerJSON.object([
            ("Client", .object([("Name", "Bulkhead"), ("Version", .string(number))])),
            (
                "Server",
                .object([
                    ("Name", "Bulkhead"), ("Version", .string(number)), ("Engine", .string(information.engine)),
                    ("Runtime", .string(information.runtime ?? "")), ("KernelVersion", .string(HostFacts.kernelRelease)),
                ])
            ),
        ])
        switch arguments.value("format") {
        case nil:
            session.print(
                "Client: Bulkhead\n Version:    \(number)\n\nServer: Bulkhead\n Version:    \(number)\n Engine:     \(information.engine)"
                    + (information.runtime.map { "\n Runtime:    \($0)" } ?? ""))
        case "json": session.print(document.compact)
        case let format?: session.print(try DockerTemplate(format).apply(document))
        }
        return 0
    }

    static let info = DockerVerb(
        name: "info", synopsis: "Display system-wide information", usage: "[OPTIONS]", count: 0...0
    ) { (session, _) throws(DockerError) in
        let (information, containers, images) = try session.daemon { () throws(ContainerError) in
            (try session.host.information(), try session.host.containers(), try session.host.images())
        }
        let running = containers.filter { $0.state == .running }.count
        session.print(
            [
                "Server:", " Containers: \(containers.count)", "  Running: \(running)", "  Stopped: \(containers.count - running)",
                " Images: \(images.count)", " Server Version: \(number)", " Engine: \(information.engine)",
                " Runtime: \(information.runtime ?? "not chosen yet")", " Isolation: default, process, hyperv",
                " Kernel Version: \(HostFacts.kernelRelease)", " Name: \(information.name)",
                " Image Repository: \(information.containerImageRepositoryLocation)",
            ].joined(separator: "\n"))
        return 0
    }
}
