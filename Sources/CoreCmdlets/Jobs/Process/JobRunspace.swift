import Interpreter
import LinuxSystem
import Synchronization
import Values

/// Runs background jobs in runspaces of this process, over the same connection: for a host that lives in this process (the
/// simulated one), and where the executable is not at hand (in a container).
public final class JobRunspaceLauncher: JobLauncher {
    /// A launcher.
    public init() {}

    public func launch(_ connection: Int32, in engine: Engine) throws -> any RunningJob {
        let far = Descriptor(connection)
        let runspace = Runspace(beside: engine, host: RunspaceHost(engine.host, shows: false))
        guard let interrupt = runspace.engine?.interrupt else {
            far.close()
            throw ValueError("The runspace of the job has ended.", id: "PSSessionStateBroken", category: "OpenError")
        }
        let running = JobRunspace(interrupt)
        do {
            try runspace.perform { engine in
                JobServer(engine, far).run { interrupt.request() }
                runspace.close()
                running.end()
            }
        } catch {
            far.close()
            runspace.close()
            throw error
        }
        return running
    }
}

/// The runspace of a job. It cannot be killed, only asked to stop.
private final class JobRunspace: RunningJob {
    private let interrupt: Interrupt
    private let ended = Semaphore()

    init(_ interrupt: Interrupt) { self.interrupt = interrupt }

    func kill() { interrupt.request() }
    func end() { ended.signal() }
    func wait() -> String? { ended.wait(timeout: 10) ? nil : "its code does not stop" }
}
