import CmdletKit
import Containers
import LinuxSystem

/// `docker exec`.
extension DockerVerb {
    static let exec = DockerVerb(
        name: "exec", managed: [("container", "exec")], synopsis: "Execute a command in a running container",
        usage: "[OPTIONS] CONTAINER COMMAND [ARG...]",
        options: [
            .flag("interactive", "i", "Keep STDIN open even if not attached"), .flag("tty", "t", "Allocate a pseudo-TTY"),
            .flag("detach", "d", "Detached mode: run command in the background"),
            .value("env", "e", "list", "Set environment variables"),
            .value("workdir", "w", "string", "Working directory inside the container"),
            .value("user", "u", "string", "User ID inside the container (format: <uid>[:<gid>])"),
            .missing("privileged", value: false), .missing("env-file"), .missing("detach-keys"),
        ], operand: .runningContainers, count: 2...Int.max, takesCommand: true
    ) { (session, arguments) throws(DockerError) in
        let container = try session.container(arguments.operands[0])
        guard container.state == .running else { throw DockerError(daemon: "container \(container.id.text) is not running") }
        let (interactive, detached) = (arguments.isOn("interactive"), arguments.isOn("detach"))
        let command = Array(arguments.operands.dropFirst())
        let creation = DockerCreation(arguments)
        let (user, group) = try creation.user()
        let terminal = arguments.isOn("tty") && !detached
        if terminal, interactive { try session.checkTerminal() }
        let size = WindowSize(of: session.context.output) ?? WindowSize(columns: 80, rows: 24)
        let specification = ProcessSpecification(
            arguments: command, environment: creation.environment(of: session),
            workingDirectory: arguments.value("workdir") ?? container.mainProcess?.workingDirectory ?? "/", userID: user,
            groupID: group, terminal: terminal, columns: size.columns, rows: size.rows, detached: detached)
        let process: any ContainerProcess
        do throws(ContainerError) {
            process = try session.host.execute(in: container.id, specification)
        } catch {
            throw DockerError.notExecuted(error, command.first ?? "") ?? DockerError(error, code: 126)
        }
        defer { process.close() }
        if detached { return 0 }
        return DockerStreams(process, session.context, interactive: interactive).join()
    }
}
