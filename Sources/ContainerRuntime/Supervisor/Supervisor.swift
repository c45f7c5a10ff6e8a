import ContainerModel
import Glibc
import LinuxSystem

/// The process that a running container has of its own: it starts the container, holds its sandbox, answers the shells, and writes down
/// how it ended. There is no daemon: this process is the executable in a hidden role, `-Supervisor`, and ends with its container.
public enum Supervisor {
    /// The role's name on the command line.
    public static let role = "-Supervisor"

    /// Where the start's outcome (`Report`) is written, as the starting shell hands it over.
    package static let reportDescriptor: Int32 = 3
    /// The container's supervisor lock, which the starting shell hands over.
    package static let lockDescriptor: Int32 = 4

    /// Where a client that is attached to the main process is told its exit code: one byte.
    package static let statusDescriptor: Int32 = 5
    /// The client's end of the main process's input; with a terminal, of all three.
    package static let inputDescriptor: Int32 = 6
    /// The client's end of its output.
    package static let outputDescriptor: Int32 = 7
    /// The client's end of its errors.
    package static let errorDescriptor: Int32 = 8

    /// What the starting shell reads: one JSON document, then the end of the pipe.
    package struct Report: Sendable, Codable {
        /// Why the container did not start; nil where it runs.
        package var error: ContainerError?
    }

    /// A container that has ended, and where it lay.
    package struct Ended: Sendable {
        /// Where its state lies.
        package var root: StateRoot
        /// Which container it is.
        package var id: ContainerID
        /// The path of the network namespace that its bridges are in; nil is this process's own.
        package var networkNamespace: String?
    }

    /// Runs the role. `arguments` is what follows `-Supervisor`: state root, runtime root, container id, a network
    /// namespace or `-`, and `-` or the attached client's columns and rows (`80x24`).
    ///
    /// - Parameter remove: removes a container that asked for it, after the supervisor has let go of its lock. The host's own operation,
    ///   which is above this target.
    /// - Returns: the exit code; 0 where the container ran.
    package static func run(arguments: [String], remove: (Ended) -> Void) -> Int32 {
        guard arguments.count == 5, let id = ContainerID(arguments[2]), isOpen(lockDescriptor) else {
            try? writeFully(2, "bulkhead: \(role) is started by Start-Container only.\n")
            return 64
        }
        let root = StateRoot(path: arguments[0], runtimePath: arguments[1])
        let report = Descriptor(reportDescriptor)
        // The supervisor lock is held by this process alone from now on: programs that it starts get no copy of the descriptor.
        let lock = Descriptor(lockDescriptor)
        Signals.ignore(SIGPIPE)
        Signals.ignore(SIGHUP)
        let networkNamespace = arguments[3] == "-" ? nil : arguments[3]
        let container = SupervisedContainer(
            root: root, id: id, networkNamespace: networkNamespace,
            attachment: attachment(arguments[4]))
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
        if container.removesItself { remove(Ended(root: root, id: id, networkNamespace: networkNamespace)) }
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
        // The starting shell may have been killed: nobody reads the report then, and the container runs all the same.
        try? writeFully(report.raw, bytes)
        report.close()
    }

    private static func isOpen(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0
    }
}
