import Containers

/// A failure in docker's words, and the exit code that it gives.
package struct DockerError: Error {
    package var message: String
    package var code: Int32

    init(_ message: String, code: Int32 = 1) {
        self.message = message
        self.code = code
    }

    /// The exit code of a wrong command line, and of a container that could not be run.
    static let usage: Int32 = 125

    /// A failure of the engine, which docker's users know as the daemon's.
    init(daemon message: String, code: Int32 = 1) {
        self.init("Error response from daemon: \(message)", code: code)
    }

    init(_ error: ContainerError, code: Int32 = 1) {
        let said = [error.message, error.cause, error.remedy].compactMap { $0 }.filter { !$0.isEmpty }
        self.init(daemon: said.joined(separator: "\n"), code: code)
    }
}

extension DockerError {
    /// What docker says of a program that cannot be executed, and the shell's codes for it.
    static func notExecuted(_ error: ContainerError, _ program: String) -> DockerError? {
        switch error.code {
        case "ProgramNotFound":
            DockerError(daemon: "exec: \"\(program)\": executable file not found in the container's PATH", code: 127)
        case "ProgramNotExecutable": DockerError(daemon: "exec: \"\(program)\": permission denied", code: 126)
        default: nil
        }
    }
}
