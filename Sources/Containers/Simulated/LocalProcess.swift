import ContainerModel
import Glibc
import LinuxSystem

/// A process of this machine that plays one of a simulated container.
final class LocalProcess: ContainerProcess {
    private let child: ChildProcess
    private let terminalEnd: Descriptor?
    private let streams: [Descriptor]
    private let controlEnd: Descriptor?

    /// - Parameters:
    ///   - program: the executable on this machine.
    ///   - specification: what a process in a container is to be; its user and working directory are not this machine's, and not used.
    init(_ program: String, _ specification: ProcessSpecification) throws(SystemError) {
        var options = SpawnOptions(arguments: specification.arguments, environment: specification.environment)
        options.workingDirectory = "/"
        // Ctrl-C at the shell's terminal is the shell's; the process gets its own from its own terminal.
        options.newSession = true
        var theirs: [Descriptor] = []
        defer { for descriptor in theirs { descriptor.close() } }
        if specification.terminal {
            let terminal = try PseudoTerminal(columns: specification.columns, rows: specification.rows)
            options.setStandard(input: terminal.peer.raw, output: terminal.peer.raw, error: terminal.peer.raw)
            options.controllingTerminal = 0
            (terminalEnd, streams) = (terminal.controller, [])
            theirs = [terminal.peer]
        } else {
            let (input, output, error) = (try Descriptor.pipe(), try Descriptor.pipe(), try Descriptor.pipe())
            options.setStandard(input: input.read.raw, output: output.write.raw, error: error.write.raw)
            (terminalEnd, streams) = (nil, [input.write, output.read, error.read])
            theirs = [input.read, output.write, error.write]
        }
        if specification.control {
            let (mine, its) = try UnixSocket.pair()
            options.descriptors[3] = its.raw
            controlEnd = mine
            theirs.append(its)
        } else {
            controlEnd = nil
        }
        child = try spawn(program, options)
    }

    deinit { close() }

    var terminal: Int32? { Self.open(terminalEnd) }
    var standardInput: Int32? { stream(0) }
    var standardOutput: Int32? { stream(1) }
    var standardError: Int32? { stream(2) }
    var control: Int32? { Self.open(controlEnd) }

    private func stream(_ number: Int) -> Int32? { streams.indices.contains(number) ? Self.open(streams[number]) : nil }

    private static func open(_ descriptor: Descriptor?) -> Int32? { descriptor.flatMap { $0.raw >= 0 ? $0.raw : nil } }

    func closeStandardInput() { streams.first?.close() }

    func resize(columns: UInt16, rows: UInt16) {
        if let terminal { try? WindowSize(columns: columns, rows: rows).set(on: terminal) }
    }

    func signal(_ number: Int32) { child.signalGroup(number) }

    func wait() -> Int32 { child.wait() }

    func close() {
        terminalEnd?.close()
        controlEnd?.close()
        for stream in streams { stream.close() }
        // An endpoint ends when its control stream closes; kill one that does not within half a second.
        if child.wait(timeout: 0.5) == nil {
            child.signalGroup(SIGKILL)
            child.wait()
        }
    }
}
