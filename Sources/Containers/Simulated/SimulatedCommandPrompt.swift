import ContainerModel
import LinuxSystem
import Synchronization

/// The one program of the simulated containers: `cmd`, with the few commands that can be answered without a Windows system.
final class SimulatedCommandPrompt: ContainerProcess {
    private let descriptors: [Int: Descriptor]
    private let terminalEnd: Descriptor?
    private let thread: SystemThread
    private let code: Slot
    /// Closing it ends the prompt: the client's own descriptors stay the client's to close.
    private let alive: Descriptor

    private final class Slot: Sendable {
        /// Nil while it runs and no signal has ended it.
        let value = Mutex<Int32?>(nil)
    }

    /// `ProgramNotFound` for any other program.
    static func start(
        _ process: ProcessSpecification, in container: Container
    ) throws(ContainerError) -> SimulatedCommandPrompt {
        let program = process.arguments.first ?? ""
        let name = program.split { $0 == "\\" || $0 == "/" }.last.map { $0.lowercased() } ?? ""
        guard name == "cmd" || name == "cmd.exe" else {
            throw ContainerError(
                "ProgramNotFound", "There is no program '\(program)' in the container.",
                remedy: "The simulated host has cmd only; use -Engine Linux to run programs.", target: program)
        }
        do {
            return try SimulatedCommandPrompt(process, container)
        } catch {
            throw .state(error, "'\(program)' cannot be started.")
        }
    }

    private init(_ process: ProcessSpecification, _ container: Container) throws(SystemError) {
        let slot = Slot()
        let session = CommandPromptSession(
            computerName: container.computerName, isAdministrator: process.userID == 0, hasTerminal: process.terminal)
        let words = Array(process.arguments.dropFirst())
        let (ending, alive) = try Descriptor.pipe()
        var theirs: [Descriptor]
        if process.terminal {
            let terminal = try PseudoTerminal(columns: process.columns, rows: process.rows)
            (terminalEnd, descriptors) = (terminal.controller, [:])
            theirs = [terminal.peer, terminal.peer]
        } else {
            let (input, output, error) = (try Descriptor.pipe(), try Descriptor.pipe(), try Descriptor.pipe())
            (terminalEnd, descriptors) = (nil, [0: input.write, 1: output.read, 2: error.read])
            theirs = [input.read, output.write]
        }
        thread = try SystemThread.start { [theirs] in
            let code = session.run(words, input: theirs[0].raw, output: theirs[1].raw, ending: ending.raw)
            slot.value.withLock { $0 = $0 ?? code }
            for descriptor in theirs { descriptor.close() }
        }
        code = slot
        self.alive = alive
    }

    deinit { close() }

    var terminal: Int32? { terminalEnd.flatMap { $0.raw >= 0 ? $0.raw : nil } }
    var standardInput: Int32? { raw(0) }
    var standardOutput: Int32? { raw(1) }
    var standardError: Int32? { raw(2) }
    var control: Int32? { nil }

    private func raw(_ number: Int) -> Int32? { descriptors[number].flatMap { $0.raw >= 0 ? $0.raw : nil } }

    func closeStandardInput() { descriptors[0]?.close() }

    func resize(columns: UInt16, rows: UInt16) {
        if let terminal { try? WindowSize(columns: columns, rows: rows).set(on: terminal) }
    }

    /// Any signal ends it.
    func signal(_ number: Int32) {
        code.value.withLock { $0 = $0 ?? 128 &+ number }
        alive.close()
    }

    func wait() -> Int32 {
        thread.join()
        return code.value.withLock { $0 } ?? 255
    }

    func close() {
        alive.close()
        terminalEnd?.close()
        for descriptor in descriptors.values { descriptor.close() }
    }
}
