import AgentProtocol
import ContainerModel

extension ContainerError {
    /// A program that could not be started in a container: `ProgramNotFound`, `ProgramNotExecutable` or `ProgramNotStarted`.
    static func programNotStarted(_ program: String, in container: String, _ failure: RuntimeFailure) -> ContainerError {
        switch failure.reason {
        case .programNotFound:
            ContainerError(
                "ProgramNotFound", "There is no program '\(program)' in the container '\(container)'.", cause: failure.message,
                target: program)
        case .programNotExecutable:
            ContainerError(
                "ProgramNotExecutable", "'\(program)' cannot be executed in the container '\(container)'.",
                remedy: "It has to be a file that the process's user may execute.", cause: failure.message, target: program)
        case .other:
            ContainerError(
                "ProgramNotStarted", "The program '\(program)' could not be started in the container '\(container)'.",
                cause: failure.message, target: program)
        }
    }
}
