import LinuxSystem

/// A container's document, `container.json`: what it is. What it does now is in `RunRecord`, how it ended in `ExitRecord`.
///
/// Three documents because three writers: the shell that holds the container's lock writes this one, its supervisor the other two, so
/// that a supervisor never waits for a lock that the shell which waits for it holds.
package struct ContainerRecord: Sendable, Codable, Hashable {
    package var format = 1
    package var id: ContainerID
    package var name: String
    package var imageID: String
    package var imageName: String
    package var runtimeType: RuntimeType
    package var switchName: String?
    package var memory: UInt64?
    package var computerName: String
    package var command: [String]
    package var mainProcess: MainProcess?
    package var environment: [String]
    package var created: Double
    /// The form that its own files have now. It follows the runtime type at the next start, or at the change where that needs a VM.
    package var writable: WritableLayer
}

/// `run.json` in the runtime folder, written by the supervisor: it need not outlive the machine's run.
package struct RunRecord: Sendable, Codable, Hashable {
    package enum Phase: String, Sendable, Codable {
        case starting, running, stopping
    }

    package var phase: Phase
    package var supervisor: ProcessIdentity
    package var processes: SandboxProcesses
    /// Of the init that `processes` names; nil for a utility VM.
    package var initProcess: ProcessIdentity?
    /// Seconds of the clock since the machine's start.
    package var started: Double
    package var network: NetworkAttachment?
    package var runtimeType: RuntimeType
    /// The folder of `executables` that is mounted in it.
    package var executable: String
}

/// `exit.json`: how the last run ended.
package struct ExitRecord: Sendable, Codable, Hashable {
    package var exitCode: Int32
    package var reason: String?
    /// Seconds since 1970.
    package var ended: Double
}
