import Glibc
import Interpreter
import LinuxSystem
import Values

/// Runs background jobs in further processes of this executable.
public final class JobProcessLauncher: JobLauncher {
    /// The option that makes the executable run as a job's process.
    public static let role = "-Job"
    /// The descriptor of the connection in that process.
    package static let connection: Int32 = 3
    /// Options of the session that its jobs need as well.
    private let arguments: [String]

    /// A launcher.
    /// - Parameter arguments: options that are passed to each job's process.
    public init(arguments: [String] = []) { self.arguments = arguments }

    public func launch(_ connection: Int32, in engine: Engine) throws -> any RunningJob {
        let far = Descriptor(connection)
        defer { far.close() }
        var options = SpawnOptions(arguments: ["bulkhead", Self.role] + arguments)
        options.descriptors = [Self.connection: far.raw]
        options.workingDirectory = engine.fileSystem.hostLocation
        options.environment = engine.environment.pairs
        // A process group of its own: Ctrl-C at the prompt does not reach the job, and killing the group ends what the job has
        // started.
        options.processGroup = 0
        do { return JobProcess(try spawn("/proc/self/exe", options)) } catch {
            throw ValueError(
                "The process of the job cannot be started: \(error).", id: "PSSessionStateBroken",
                exception: "System.Management.Automation.Remoting.PSRemotingTransportException", category: "OpenError")
        }
    }
}

/// The process of a job, as the session sees it. Its end is waited for 5 seconds, then it is killed.
private final class JobProcess: RunningJob {
    private let child: ChildProcess

    init(_ child: ChildProcess) { self.child = child }

    func kill() { child.signalGroup(SIGKILL) }

    func wait() -> String? {
        let code =
            child.wait(timeout: 5)
            ?? {
                kill(); return child.wait()
            }()
        return code > 128 ? "signal \(code - 128) killed it" : code == 0 ? nil : "it exited with \(code)"
    }
}
