import CmdletKit
import Containers
import LinuxSystem

/// `docker run` and `docker create`.
extension DockerVerb {
    static let run = DockerVerb(
        name: "run", managed: [("container", "run")], synopsis: "Create and run a new container from an image",
        usage: "[OPTIONS] IMAGE [COMMAND] [ARG...]",
        options: DockerCreation.options + [
            .flag("detach", "d", "Run container in background and print container ID"),
            .flag("sig-proxy", nil, "Proxy received signals to the process (default true)"),
        ],
        operand: .images, count: 1...Int.max, takesCommand: true
    ) { (session, arguments) throws(DockerError) in
        let wants = DockerCreation(arguments)
        let detached = arguments.isOn("detach")
        if wants.terminal, wants.interactive, !detached { try session.checkTerminal() }
        let container = try wants.create(session, verb: "run")
        do throws(ContainerError) {
            if detached {
                try session.host.startContainer(container.id)
                session.print(container.id.text)
                return 0
            }
            return try session.runAttached(
                container, interactive: wants.interactive, proxiesSignals: arguments.value("sig-proxy") != "false")
        } catch {
            // As with docker, a container that could not be started stays, so that it can be looked at, unless --rm is given.
            if wants.removes { try? session.host.removeContainer(container.id, force: true) }
            let failure = DockerError.notExecuted(error, container.command.first ?? "") ?? DockerError(error, code: 125)
            throw DockerError("docker: \(failure.message).", code: failure.code)
        }
    }

    static let create = DockerVerb(
        name: "create", managed: [("container", "create")], synopsis: "Create a new container",
        usage: "[OPTIONS] IMAGE [COMMAND] [ARG...]", options: DockerCreation.options, operand: .images, count: 1...Int.max,
        takesCommand: true
    ) { (session, arguments) throws(DockerError) in
        session.print(try DockerCreation(arguments).create(session, verb: "create").id.text)
        return 0
    }
}

extension DockerSession {
    /// Checks that standard input is a terminal, which -it needs.
    /// - Throws: `DockerError` if it is none.
    func checkTerminal() throws(DockerError) {
        guard TerminalModes(of: context.input) != nil else { throw DockerError("the input device is not a TTY") }
    }

    /// Starts a container and connects its main process to the command's streams until it ends.
    /// - Returns: the exit code of the process.
    func runAttached(_ container: Container, interactive: Bool, proxiesSignals: Bool) throws(ContainerError) -> Int32 {
        let size = WindowSize(of: context.output) ?? WindowSize(of: context.input) ?? WindowSize(columns: 80, rows: 24)
        let process = try host.startAttached(container.id, columns: size.columns, rows: size.rows)
        defer { process.close() }
        return DockerStreams(process, context, interactive: interactive, proxiesSignals: proxiesSignals).join()
    }
}
