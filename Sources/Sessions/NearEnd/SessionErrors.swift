import CmdletKit
import Containers
import Values

/// The errors of sessions, in PowerShell's words.
enum SessionErrors {
    private static func record(_ text: String, _ target: Value = .null) -> ErrorRecord {
        ErrorRecord(
            text, id: "CreateRemoteRunspaceForContainerFailed", category: "InvalidOperation",
            exception: "System.Management.Automation.Remoting.PSRemotingDataStructureException", target: target)
    }

    static var noHost: TerminatingError {
        TerminatingError(record("This shell has no container host, so there is no container to enter."))
    }

    static func unknownID(_ id: String) -> ErrorRecord {
        record("The input ContainerId \(id) does not exist, or the corresponding container is not running.", .string(id))
    }

    static func unknownName(_ name: String) -> ErrorRecord {
        record("The input ContainerName \(name) does not exist, or the corresponding container is not running.", .string(name))
    }

    static func ambiguousName(_ name: String) -> ErrorRecord {
        record("The input ContainerName \(name) does not resolve to a single running container.", .string(name))
    }

    static func notLaunched(_ container: Container, _ reason: String) -> TerminatingError {
        TerminatingError(
            record(
                "Failed to launch PowerShell process inside container with id \(container.id.text).\n\(reason)",
                .string(container.id.text)))
    }

    static var nested: ErrorRecord {
        record("You are currently in a PowerShell PSSession and cannot use the Enter-PSSession cmdlet to enter another PSSession.")
    }

    static func ended(_ container: Container) -> ErrorRecord {
        ErrorRecord(
            endReason(container.name), id: "PSSessionStateBroken", category: "OperationStopped",
            exception: "System.Management.Automation.Remoting.PSRemotingDataStructureException",
            target: .string(container.id.text))
    }

    static func endReason(_ name: String) -> String {
        "The session with '\(name)' has ended: the container stopped, or its endpoint was ended."
    }
}
