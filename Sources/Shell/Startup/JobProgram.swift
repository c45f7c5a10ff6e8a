import ContainerCmdlets
import CoreCmdlets
import Glibc
import Interpreter
import LinuxSystem

/// The program as the process of a background job (Start-Job). Descriptor 3 is its connection to the session, over which come the
/// code to run and go its results.
public enum JobProgram {
    /// The first argument that makes the program a job.
    public static let role = JobProcessLauncher.role
    private static let stackSize = 256 << 20

    /// Runs the job until it ends.
    /// - Parameter arguments: the arguments behind the role.
    /// - Returns: the program's exit code; 1 if the job could not start.
    public static func run(_ arguments: [String]) -> Int32 {
        SignalHandling.ignorePipeErrors()
        return LargeStack.run(stackSize) { serve(arguments) }
    }

    private static func serve(_ arguments: [String]) -> Int32 {
        let console = ConsoleHost(interactive: false)
        do {
            let options = try CommandLineOptions.parse(arguments)
            let engine = try Session.make(RunspaceHost(console, shows: false), options, interrupt: Interrupt())
            defer { Session.end(engine) }
            JobServer(engine, Descriptor(JobProcessLauncher.connection)).run {
                // The session has ended, so nobody will receive the results: kill the job's process group, with the programs that
                // it started.
                kill(0, SIGKILL)
            }
            return 0
        } catch {
            TextOutput(2).write("bulkhead: the job cannot start: \(error)\n")
            return 1
        }
    }
}
