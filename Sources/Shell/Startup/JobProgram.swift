import ContainerCmdlets
import CoreCmdlets
import Glibc
import Interpreter
import LinuxSystem

/// The shell as the process of a job: what it runs and what comes of that pass over a connection on descriptor 3.
public enum JobProgram {
    public static let role = JobProcessLauncher.role
    private static let stackSize = 256 << 20

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
                // The session is gone, and with it whoever wants what runs here: the programs of the job go as well.
                kill(0, SIGKILL)
            }
            return 0
        } catch {
            TextOutput(2).write("bulkhead: the job cannot start: \(error)\n")
            return 1
        }
    }
}
