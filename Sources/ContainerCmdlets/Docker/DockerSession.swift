import CmdletKit
import Containers
import LinuxSystem

/// One use of the docker command: the host that it works on, and its streams.
struct DockerSession: Sendable {
    let host: any ContainerHost
    let context: ProgramContext

    /// A reader that has gone ends nothing: the work is done all the same, as docker does it.
    func print(_ text: String) { try? writeFully(context.output, text + "\n") }
    func complain(_ text: String) { try? writeFully(context.error, text + "\n") }

    /// Runs something of the engine's.
    func daemon<T>(code: Int32 = 1, _ body: () throws(ContainerError) -> T) throws(DockerError) -> T {
        do {
            return try body()
        } catch {
            throw DockerError(error, code: code)
        }
    }

    /// The container that a user names by its name, its id, or the beginning of that.
    func container(_ text: String, code: Int32 = 1) throws(DockerError) -> Container {
        do {
            return try host.container(nameOrID: text.hasPrefix("/") ? String(text.dropFirst()) : text)
        } catch {
            if error.code == "ContainerNotFound" { throw DockerError(daemon: "No such container: \(text)", code: code) }
            throw DockerError(error, code: code)
        }
    }

    /// Does something for each operand; a failure is that operand's only, and the exit code tells of it.
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
    /// Docker's short form: 12 digits.
    var shortID: String { String(id.digits.prefix(12)) }
}
