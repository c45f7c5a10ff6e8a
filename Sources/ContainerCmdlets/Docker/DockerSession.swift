import CmdletKit
import Containers
import LinuxSystem

/// One run of the docker command: the host that it works on, its streams, and the environment of the shell's session.
struct DockerSession: Sendable {
    let host: any ContainerHost
    let context: ProgramContext
    let environment: EnvironmentVariables

    /// Writes a line to standard output. As with docker, a reader that has gone does not stop the work.
    func print(_ text: String) { try? writeFully(context.output, text + "\n") }
    /// Writes a line to standard error.
    func complain(_ text: String) { try? writeFully(context.error, text + "\n") }

    /// Runs an operation of the container host.
    /// - Throws: `DockerError` with the exit code, in place of the operation's `ContainerError`.
    func daemon<T>(code: Int32 = 1, _ body: () throws(ContainerError) -> T) throws(DockerError) -> T {
        do {
            return try body()
        } catch {
            throw DockerError(error, code: code)
        }
    }

    /// The container with a name or ID, or an ID's beginning. A slash before the name is ignored, as `docker inspect` prints names
    /// with one.
    /// - Throws: `DockerError` if there is none or several fit.
    func container(_ text: String, code: Int32 = 1) throws(DockerError) -> Container {
        do {
            return try host.container(nameOrID: text.hasPrefix("/") ? String(text.dropFirst()) : text)
        } catch {
            if error.code == "ContainerNotFound" { throw DockerError(daemon: "No such container: \(text)", code: code) }
            throw DockerError(error, code: code)
        }
    }

    /// Runs `body` for each operand. A failure is reported and does not stop the others.
    /// - Returns: 0, or the exit code of the last failure.
    func each(_ operands: [String], _ body: (String) throws(DockerError) -> Void) -> Int32 {
        var code: Int32 = 0
        for operand in operands {
            do {
                try body(operand)
            } catch {
                complain(error.message)
                code = error.code
            }
        }
        return code
    }
}

extension Container {
    /// Docker's short form of the ID: its first 12 hexadecimal digits.
    var shortID: String { String(id.digits.prefix(12)) }
}
