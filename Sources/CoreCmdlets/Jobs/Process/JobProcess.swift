import Glibc
import Interpreter
import LinuxSystem
import Values

/// Jobs as processes of this executable.
public final class JobProcessLauncher: JobLauncher {
    /// The argument that makes the executable the process of a job.
    public static let role = "-Job"
    /// The connection's descriptor there.
    package static let connection: Int32 = 3
    /// What the session was started with and its jobs need as well.
    private let arguments: [String]

    public init(arguments: [String] = []) { self.arguments = arguments }

    public func launch(_ connection: Int32, in engine: Engine) throws -> any RunningJob {
        let far = Descriptor(connection)
        defer { far.close() }
        var options = SpawnOptions(arguments: ["bulkhead", Self.role] + arguments)
        options.descriptors = [Self.connection: far.raw]
        options.workingDirectory = engine.fileSystem.hostLocation
        options.environment = engine.environment.pairs
        // A group of its own: a Ctrl-C at the prompt is not for jobs, and what a job started ends with it.
        options.processGroup = 0
        do { return JobProcess(try spawn("/proc/self/exe", options)) } catch {
            throw ValueError(
                "The process of the job cannot be started: \(error).", id: "PSSessionStateBroken",
                exception: "System.Management.Automation.Remoting.PSRemotingTransportException", category: "OpenError")
        }
    }
}

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
