import Containers
import LinuxSystem

/// `docker ps`.
extension DockerVerb {
    static let ps = DockerVerb(
        name: "ps", managed: [("container", "ls"), ("container", "list"), ("container", "ps")], synopsis: "List containers",
        usage: "[OPTIONS]",
        options: [
            .flag("all", "a", "Show all containers (default shows just running)"),
            .flag("quiet", "q", "Only display container IDs"),
            .flag("no-trunc", nil, "Don't truncate output"), .flag("latest", "l", "Show the latest created container"),
            .value("last", "n", "int", "Show n last created containers"),
            .value("filter", "f", "filter", "Filter output: name=, id=, status=, ancestor="),
            .value("format", nil, "string", "Format output: table, json, or a template"), .missing("size", "s", value: false),
        ], count: 0...0
    ) { (session, arguments) throws(DockerError) in
        var listed = try session.daemon { () throws(ContainerError) in try session.host.containers() }
        listed.sort { ($0.created, $1.id.text) > ($1.created, $0.id.text) }
        let filters = try DockerFilter.all(arguments.all("filter"))
        var last = arguments.isOn("latest") ? 1 : nil
        if let given = arguments.value("last") {
            guard let number = Int(given) else {
                throw DockerError("invalid argument \"\(given)\" for \"-n, --last\" flag: it is no number", code: usageCode)
            }
            last = number < 0 ? nil : number
        }
        let all = arguments.isOn("all") || last != nil || filters.contains { $0.key == "status" }
        listed = listed.filter { container in
            (all || (container.state != .off && container.state != .damaged)) && filters.allSatisfy { $0.fits(container) }
        }
        if let last { listed = Array(listed.prefix(last)) }
        let whole = arguments.isOn("no-trunc")
        if arguments.isOn("quiet") {
            for container in listed { session.print(whole ? container.id.text : container.shortID) }
            return 0
        }
        let listing = DockerListing(
            columns: [
                ("CONTAINER ID", "ID"), ("IMAGE", "Image"), ("COMMAND", "Command"), ("CREATED", "RunningFor"), ("STATUS", "Status"),
                ("PORTS", "Ports"), ("NAMES", "Names"),
            ], headers: ["CreatedAt": "CREATED AT", "State": "STATE", "Networks": "NETWORKS", "Isolation": "ISOLATION"],
            rows: listed.map { row($0, whole: whole) })
        if let text = try listing.text(format: arguments.value("format")) { session.print(text) }
        return 0
    }

    private static let usageCode = DockerError.usage

    private static func row(_ container: Container, whole: Bool) -> DockerJSON {
        .object([
            ("ID", .string(whole ? container.id.text : container.shortID)), ("Image", .string(container.parentImageName)),
            ("Command", .string(DockerText.command(container.dockerCommand, whole: whole))),
            ("RunningFor", .string(DockerText.duration(wallSeconds() - container.created) + " ago")),
            ("Status", .string(container.dockerStatus)), ("Ports", ""), ("Names", .string(container.name)),
            ("CreatedAt", .string(DockerText.time(container.created))), ("State", .string(container.dockerState)),
            ("Networks", .string(container.switchName ?? "none")), ("Isolation", .string(container.dockerIsolation)),
            ("Labels", ""), ("Mounts", ""), ("LocalVolumes", "0"), ("Size", "0B"),
        ])
    }
}

/// A filter of `docker ps`: `--filter KEY=VALUE`, with name, id, status or ancestor.
struct DockerFilter: Sendable {
    var key: String
    var value: String

    /// The filters of a command line.
    /// - Throws: `DockerError` for a text without `=`, or another key.
    static func all(_ texts: [String]) throws(DockerError) -> [DockerFilter] {
        var filters: [DockerFilter] = []
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                throw DockerError(
                    "invalid argument \"\(text)\" for \"-f, --filter\" flag: bad format of filter (expected name=value)", code: 125)
            }
            guard ["name", "id", "status", "ancestor"].contains(parts[0]) else {
                throw DockerError(daemon: "invalid filter '\(parts[0])'")
            }
            filters.append(DockerFilter(key: parts[0], value: parts[1]))
        }
        return filters
    }

    /// Whether a container is to be listed: its name contains the value, its ID begins with it, its state or image is the value.
    func fits(_ container: Container) -> Bool {
        switch key {
        case "name": container.name.lowercased().contains(value.lowercased())
        case "id": container.id.matches(prefix: value)
        case "status": container.dockerState == value.lowercased()
        default:
            container.parentImageName.lowercased() == value.lowercased()
                || !value.isEmpty && container.parentImageID.hasPrefix(value.lowercased())
        }
    }
}
