import Glibc
import LinuxSystem

/// The process that a running container has of its own: it starts the container, holds its sandbox, answers the shells, and writes down
/// how it ended. There is no daemon: this process is the executable in a hidden role, `-Supervisor`, and ends with its container.
public enum Supervisor {
    /// The role's name on the command line.
    public static let role = "-Supervisor"

    /// Where the start's outcome is written, and the container's supervisor lock, as the starting shell hands them over.
    static let reportDescriptor: Int32 = 3
    static let lockDescriptor: Int32 = 4

    /// What the starting shell reads: one JSON document, then the end of the pipe.
    struct Report: Sendable, Codable {
        var error: ContainerError?
    }

    /// Runs the role. `arguments` is what follows `-Supervisor`: state root, runtime root, container id, the folder of the executable's
    /// copy, and a network namespace or `-`.
    ///
    /// - Returns: the exit code; 0 where the container ran.
    public static func main(arguments: [String]) -> Int32 {
        guard arguments.count == 5, let id = ContainerID(arguments[2]), lockDescriptorIsOpen() else {
            try? writeFully(2, "bulkhead: \(role) is started by Start-Container only.\n")
            return 64
        }
        let root = StateRoot(path: arguments[0], runtimePath: arguments[1])
        let report = Descriptor(reportDescriptor)
        // Held by this process alone from now on: programs that it starts get no copy.
        let lock = Descriptor(lockDescriptor)
        defer { lock.close() }
        Signals.ignore(SIGPIPE)
        Signals.ignore(SIGHUP)
        let container = SupervisedContainer(
            root: root, id: id, executableFolder: arguments[3], networkNamespace: arguments[4] == "-" ? nil : arguments[4])
        do throws(ContainerError) {
            try container.start()
            try write(Report(error: nil), to: report)
        } catch {
            try? write(Report(error: error), to: report)
            return 1
        }
        report.close()
        container.run()
        return 0
    }

    private static func write(_ outcome: Report, to report: Descriptor) throws(ContainerError) {
        let bytes = try Document.encode(outcome, pretty: false)
        // A shell that was killed does not read it; the container runs all the same.
        try? writeFully(report.raw, bytes)
        report.close()
    }

    private static func lockDescriptorIsOpen() -> Bool {
        var status = stat()
        return fstat(lockDescriptor, &status) == 0
    }
}
