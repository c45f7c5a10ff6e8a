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

    /// What a client that is attached to the main process hands over as well.
    static let statusDescriptor: Int32 = 5
    static let inputDescriptor: Int32 = 6
    static let outputDescriptor: Int32 = 7
    static let errorDescriptor: Int32 = 8

    /// What the starting shell reads: one JSON document, then the end of the pipe.
    struct Report: Sendable, Codable {
        var error: ContainerError?
    }

    /// Runs the role. `arguments` is what follows `-Supervisor`: state root, runtime root, container id, the folder of the executable's
    /// copy, a network namespace or `-`, and `-` or the attached client's columns and rows (`80x24`).
    ///
    /// - Returns: the exit code; 0 where the container ran.
    public static func main(arguments: [String]) -> Int32 {
        guard arguments.count == 6, let id = ContainerID(arguments[2]), isOpen(lockDescriptor) else {
            try? writeFully(2, "bulkhead: \(role) is started by Start-Container only.\n")
            return 64
        }
        let root = StateRoot(path: arguments[0], runtimePath: arguments[1])
        let report = Descriptor(reportDescriptor)
        // Held by this process alone from now on: programs that it starts get no copy.
        let lock = Descriptor(lockDescriptor)
        Signals.ignore(SIGPIPE)
        Signals.ignore(SIGHUP)
        let container = SupervisedContainer(
            root: root, id: id, executableFolder: arguments[3], networkNamespace: arguments[4] == "-" ? nil : arguments[4],
            attachment: attachment(arguments[5]))
        do throws(ContainerError) {
            try container.start()
            try write(Report(error: nil), to: report)
        } catch {
            try? write(Report(error: error), to: report)
            return 1
        }
        report.close()
        container.run()
        lock.close()
        container.removeWhereAsked()
        return 0
    }

    private static func attachment(_ size: String) -> Attachment {
        let parts = size.split(separator: "x").compactMap { UInt16($0) }
        guard parts.count == 2 else { return Attachment() }
        func taken(_ number: Int32) -> Descriptor? { isOpen(number) ? Descriptor(number) : nil }
        return Attachment(
            input: taken(inputDescriptor), output: taken(outputDescriptor), error: taken(errorDescriptor),
            status: taken(statusDescriptor), columns: parts[0], rows: parts[1])
    }

    private static func write(_ outcome: Report, to report: Descriptor) throws(ContainerError) {
        let bytes = try Document.encode(outcome, pretty: false)
        // A shell that was killed does not read it; the container runs all the same.
        try? writeFully(report.raw, bytes)
        report.close()
    }

    private static func isOpen(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0
    }
}
