import Containers
import Glibc

/// The verbs that change the state of containers.
extension DockerVerb {
    static let start = DockerVerb(
        name: "start", managed: [("container", "start")], synopsis: "Start one or more stopped containers",
        usage: "[OPTIONS] CONTAINER [CONTAINER...]",
        options: [
            .flag("attach", "a", "Attach STDOUT/STDERR and forward signals"), .flag("interactive", "i", "Attach container's STDIN"),
        ], operand: .stoppedContainers, count: 1...Int.max
    ) { (session, arguments) throws(DockerError) in
        let interactive = arguments.isOn("interactive")
        guard interactive || arguments.isOn("attach") else {
            return session.each(arguments.operands) { (operand) throws(DockerError) in
                let container = try session.container(operand)
                if container.state == .off {
                    _ = try session.daemon { () throws(ContainerError) in try session.host.startContainer(container.id) }
                }
                session.print(operand)
            }
        }
        guard arguments.operands.count == 1 else { throw DockerError("you cannot start and attach multiple containers at once") }
        let container = try session.container(arguments.operands[0])
        guard container.state == .off else {
            throw DockerError(
                daemon: "container \(container.shortID) is already running: attaching to it is not available here yet")
        }
        if interactive, container.mainProcess?.terminal == true { try session.checkTerminal() }
        return try session.daemon { () throws(ContainerError) in
            try session.runAttached(container, interactive: interactive, proxiesSignals: true)
        }
    }

    private static let time = DockerOption.value("time", "t", "int", "Seconds to wait before killing the container")

    static let stop = DockerVerb(
        name: "stop", managed: [("container", "stop")], synopsis: "Stop one or more running containers",
        usage: "[OPTIONS] CONTAINER [CONTAINER...]", options: [time], operand: .runningContainers, count: 1...Int.max
    ) { (session, arguments) throws(DockerError) in
        let grace = try seconds(arguments)
        return session.each(arguments.operands) { (operand) throws(DockerError) in
            try session.stop(try session.container(operand), .graceful(seconds: grace))
            session.print(operand)
        }
    }

    static let restart = DockerVerb(
        name: "restart", managed: [("container", "restart")], synopsis: "Restart one or more containers",
        usage: "[OPTIONS] CONTAINER [CONTAINER...]", options: [time], operand: .containers, count: 1...Int.max
    ) { (session, arguments) throws(DockerError) in
        let grace = try seconds(arguments)
        return session.each(arguments.operands) { (operand) throws(DockerError) in
            let container = try session.container(operand)
            try session.stop(container, .graceful(seconds: grace))
            _ = try session.daemon { () throws(ContainerError) in try session.host.startContainer(container.id) }
            session.print(operand)
        }
    }

    static let kill = DockerVerb(
        name: "kill", managed: [("container", "kill")], synopsis: "Kill one or more running containers",
        usage: "[OPTIONS] CONTAINER [CONTAINER...]",
        options: [.value("signal", "s", "string", "Signal to send to the container", choices: ["KILL", "TERM"])],
        operand: .runningContainers, count: 1...Int.max
    ) { (session, arguments) throws(DockerError) in
        let signal = (arguments.value("signal") ?? "KILL").uppercased()
        guard ["KILL", "SIGKILL", "9", "TERM", "SIGTERM", "15"].contains(signal) else {
            throw DockerError(daemon: "signal \(signal) cannot be sent to a container here: use KILL or TERM")
        }
        let mode: StopMode = ["KILL", "SIGKILL", "9"].contains(signal) ? .turnOff : .graceful()
        return session.each(arguments.operands) { (operand) throws(DockerError) in
            let container = try session.container(operand)
            guard container.state != .off else {
                throw DockerError(daemon: "cannot kill container: \(operand): container \(container.id.text) is not running")
            }
            try session.stop(container, mode)
            session.print(operand)
        }
    }

    static let wait = DockerVerb(
        name: "wait", managed: [("container", "wait")], synopsis: "Block until containers stop, then print their exit codes",
        usage: "CONTAINER [CONTAINER...]", operand: .runningContainers, count: 1...Int.max
    ) { (session, arguments) throws(DockerError) in
        session.each(arguments.operands) { (operand) throws(DockerError) in
            let id = try session.container(operand).id
            var code: Int32 = 0
            while let now = try? session.host.container(id) {
                code = now.exitCode ?? code
                if now.state == .off { break }
                try session.pause(0.1)
            }
            session.print(String(code))
        }
    }

    static let rename = DockerVerb(
        name: "rename", managed: [("container", "rename")], synopsis: "Rename a container", usage: "CONTAINER NEW_NAME",
        operand: .containers, count: 2...2
    ) { (session, arguments) throws(DockerError) in
        let container = try session.container(arguments.operands[0])
        _ = try session.daemon { () throws(ContainerError) in
            try session.host.updateContainer(container.id, ContainerChange(name: arguments.operands[1]))
        }
        return 0
    }

    static let rm = DockerVerb(
        name: "rm", managed: [("container", "rm")], synopsis: "Remove one or more containers",
        usage: "[OPTIONS] CONTAINER [CONTAINER...]",
        options: [
            .flag("force", "f", "Force the removal of a running container"),
            .flag("volumes", "v", "Remove anonymous volumes associated with the container"),
        ], operand: .containers, count: 1...Int.max
    ) { (session, arguments) throws(DockerError) in
        let force = arguments.isOn("force")
        return session.each(arguments.operands) { (operand) throws(DockerError) in
            let container: Container
            do throws(DockerError) {
                container = try session.container(operand)
            } catch {
                // --force accepts a container that does not exist: the wanted state is reached.
                if force, error.message.contains("No such container") {
                    session.complain(error.message)
                    return
                }
                throw error
            }
            guard force || container.state == .off || container.state == .damaged else {
                throw DockerError(
                    daemon:
                        "cannot remove container \"/\(container.name)\": container is \(container.state.rawValue.lowercased()): "
                        + "stop the container before removing or force remove")
            }
            try session.daemon { () throws(ContainerError) in try session.host.removeContainer(container.id, force: force) }
            session.print(operand)
        }
    }

    /// The seconds of --time; 10 without it.
    /// - Throws: `DockerError` if the value is no number.
    private static func seconds(_ arguments: DockerArguments) throws(DockerError) -> Double {
        guard let given = arguments.value("time") else { return 10 }
        guard let seconds = Int32(given) else {
            throw DockerError("invalid argument \"\(given)\" for \"-t, --time\" flag: it is no number", code: DockerError.usage)
        }
        // Docker waits for ever with -1; an hour is the most that the engine accepts.
        return seconds < 0 ? 3600 : Double(seconds)
    }
}

extension DockerSession {
    /// Stops a container. As with docker, it is no error if the container is off already.
    func stop(_ container: Container, _ mode: StopMode) throws(DockerError) {
        guard container.state != .off else { return }
        do {
            try host.stopContainer(container.id, mode)
        } catch {
            // The container may have ended meanwhile, and been removed.
            if error.code == "ContainerNotRunning" || error.code == "ContainerNotFound" { return }
            throw DockerError(error)
        }
    }
}
