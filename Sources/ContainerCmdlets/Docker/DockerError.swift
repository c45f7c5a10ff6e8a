import Containers

/// A failure of the docker command.
package struct DockerError: Error {
    /// The message in docker's words; empty if nothing is to be said.
    package var message: String
    /// The exit code of the command.
    package var code: Int32

    init(_ message: String, code: Int32 = 1) {
        self.message = message
        self.code = code
    }

    /// Docker's exit code for a wrong command line and for a container that could not be started.
    static let usage: Int32 = 125

    /// A failure of the engine, which docker reports as one of its daemon.
    init(daemon message: String, code: Int32 = 1) {
        self.init("Error response from daemon: \(message)", code: code)
    }

    /// The same for an error of the container host, with its cause and remedy on lines of their own.
    init(_ error: ContainerError, code: Int32 = 1) {
        let said = [error.message, error.cause, error.remedy].compactMap { $0 }.filter { !$0.isEmpty }
        self.init(daemon: said.joined(separator: "\n"), code: code)
    }
}

extension DockerError {
    /// Docker's message for a program that cannot be executed in a container, with the exit codes 126 and 127 of POSIX shells; nil
    /// for another error.
    static func notExecuted(_ error: ContainerError, _ program: String) -> DockerError? {
        switch error.code {
        case "ProgramNotFound":
            DockerError(daemon: "exec: \"\(program)\": executable file not found in the container's PATH", code: 127)
        case "ProgramNotExecutable": DockerError(daemon: "exec: \"\(program)\": permission denied", code: 126)
        default: nil
        }
    }
}
