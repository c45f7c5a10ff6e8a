import Containers
import LinuxSystem

/// A container that `docker run` or `docker create` is to make from its arguments.
struct DockerCreation: Sendable {
    static let options: [DockerOption] = [
        .flag("interactive", "i", "Keep STDIN open even if not attached"), .flag("tty", "t", "Allocate a pseudo-TTY"),
        .flag("rm", nil, "Automatically remove the container when it exits"),
        .value("name", nil, "string", "Assign a name to the container"),
        .value("isolation", nil, "string", "Container isolation technology", choices: ["default", "process", "hyperv"]),
        .value("env", "e", "list", "Set environment variables"),
        .value("workdir", "w", "string", "Working directory inside the container"),
        .value("user", "u", "string", "User ID inside the container (format: <uid>[:<gid>])"),
        .value("hostname", "h", "string", "Container host name"), .value("memory", "m", "bytes", "Memory limit"),
        .value("network", nil, "network", "Connect the container to a virtual switch (default none)"),
        .missing("volume", "v"), .missing("mount"), .missing("publish", "p"), .missing("publish-all", "P", value: false),
        .missing("entrypoint"), .missing("env-file"), .missing("restart"), .missing("cpus"), .missing("link"),
        .missing("label", "l"), .missing("privileged", value: false), .missing("cap-add"), .missing("cap-drop"),
        .missing("device"), .missing("dns"), .missing("add-host"), .missing("read-only", value: false), .missing("tmpfs"),
        .missing("security-opt"), .missing("pull"), .missing("platform"), .missing("init", value: false), .missing("detach-keys"),
        .missing("attach", "a"), .missing("cidfile"), .missing("ulimit"), .missing("pid"), .missing("ipc"), .missing("uts"),
        .missing("log-driver"), .missing("stop-signal"), .missing("stop-timeout"), .missing("gpus"), .missing("runtime"),
    ]

    private let arguments: DockerArguments

    init(_ arguments: DockerArguments) { self.arguments = arguments }

    var terminal: Bool { arguments.isOn("tty") }
    var interactive: Bool { arguments.isOn("interactive") }
    var removes: Bool { arguments.isOn("rm") }

    /// Makes the container.
    /// - Throws: `DockerError`; for a failure of the engine with the exit code 125 and a hint at the verb's help, as docker does.
    func create(_ session: DockerSession, verb: String) throws(DockerError) -> Container {
        do {
            return try make(session)
        } catch {
            guard error.message.hasPrefix("Error response") else { throw error }
            throw DockerError("docker: \(error.message).\nSee 'docker \(verb) --help'.", code: DockerError.usage)
        }
    }

    private func make(_ session: DockerSession) throws(DockerError) -> Container {
        let user = try user()
        let name = try name(session)
        let command = Array(arguments.operands.dropFirst())
        let network = arguments.value("network")
        let specification = ContainerSpecification(
            name: name, image: .id(try image(session).id), runtimeType: try runtimeType(),
            switchName: network == "none" ? nil : network, memory: try memory(), computerName: arguments.value("hostname"),
            command: command.isEmpty ? nil : command,
            mainProcess: MainProcess(
                terminal: terminal, keepsInputOpen: interactive, workingDirectory: arguments.value("workdir"), userID: user.0,
                groupID: user.1, removesContainer: removes), environment: environment(of: session))
        return try session.daemon { () throws(ContainerError) in try session.host.createContainer(specification) }
    }

    private func runtimeType() throws(DockerError) -> RuntimeType {
        let given = arguments.value("isolation") ?? ""
        switch given.lowercased() {
        case "", "default", "process": return .default
        case "hyperv": return .hyperV
        default: throw DockerError(daemon: "invalid isolation (\(given)): must be one of default, process, hyperv")
        }
    }

    /// The name of the container, a random one if none is given. The engine lets names repeat; docker does not, so a name that is
    /// taken is an error.
    private func name(_ session: DockerSession) throws(DockerError) -> String {
        let all = try session.daemon { () throws(ContainerError) in try session.host.containers() }
        guard let given = arguments.value("name") else { return DockerNames.random(except: Set(all.map(\.name))) }
        if let other = all.first(where: { $0.name.lowercased() == given.lowercased() }) {
            throw DockerError(
                daemon:
                    "Conflict. The container name \"/\(given)\" is already in use by container \"\(other.id.text)\". You have to "
                    + "remove (or rename) that container to be able to reuse that name")
        }
        return given
    }

    /// The image of the first operand.
    /// - Throws: `DockerError` with docker's words for a pull that is denied, if there is no such image.
    private func image(_ session: DockerSession) throws(DockerError) -> ContainerImage {
        let given = arguments.operands.first ?? ""
        let all = try session.daemon { () throws(ContainerError) in try session.host.images() }
        let reference = DockerImageReference(given)
        do {
            return try reference.find(in: session.host)
        } catch {
            guard error.code == "ImageNotFound" else { throw DockerError(error) }
            session.complain("Unable to find image '\(reference.familiar)' locally")
            let names = all.map(\.name).joined(separator: ", ")
            throw DockerError(
                daemon: "pull access denied for \(reference.repository): images cannot be pulled here yet, and this host has only "
                    + (names.isEmpty ? "none" : names))
        }
    }

    /// The environment of -e. `-e NAME` passes on the session's own variable, if it is set.
    func environment(of session: DockerSession) -> [String] {
        arguments.all("env").compactMap { pair in
            pair.contains("=") ? pair : session.environment[pair].map { "\(pair)=\($0)" }
        }
    }

    /// The user and group of --user; 0 and 0 without one. A user alone is its own group.
    /// - Throws: `DockerError` if they are not numbers.
    func user() throws(DockerError) -> (UInt32, UInt32) {
        guard let given = arguments.value("user") else { return (0, 0) }
        let parts = given.split(separator: ":", omittingEmptySubsequences: false).map { UInt32($0) }
        // (uid_t)-1 is no user: setresuid(2) and chown(2) take it for "leave unchanged".
        guard (1...2).contains(parts.count), let user = parts[0], user != .max, let group = parts.count == 2 ? parts[1] : user,
            group != .max
        else {
            throw DockerError(daemon: "unable to find user \(given): give numbers, UID or UID:GID")
        }
        return (user, group)
    }

    /// The bytes of --memory, such as `256m`, `1g` or `268435456`; nil without one.
    private func memory() throws(DockerError) -> UInt64? {
        guard let given = arguments.value("memory") else { return nil }
        var digits = given.lowercased()
        if digits.hasSuffix("b"), digits.count > 1, digits.dropLast().last?.isLetter == true { digits.removeLast() }
        let units: [Character: UInt64] = ["b": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30]
        let unit = digits.last.flatMap { units[$0] }
        if unit != nil { digits.removeLast() }
        guard let number = UInt64(digits), case let (bytes, overflow) = number.multipliedReportingOverflow(by: unit ?? 1), !overflow
        else {
            throw DockerError(
                "invalid argument \"\(given)\" for \"-m, --memory\" flag: invalid size: '\(given)'", code: DockerError.usage)
        }
        return bytes
    }
}
