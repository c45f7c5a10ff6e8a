import Glibc
import LinuxSystem
import Synchronization

/// The one program of the simulated containers: `cmd`, with the few commands that can be answered without a Windows system.
final class SimulatedCommandPrompt: ContainerProcess {
    private let descriptors: [Int: Descriptor]
    private let terminalEnd: Descriptor?
    private let thread: SystemThread
    private let code: Slot

    private final class Slot: Sendable {
        let value = Mutex<Int32>(0)
    }

    /// `ProgramNotFound` for any other program.
    static func start(_ process: ProcessSpecification, in container: Container) throws(ContainerError) -> SimulatedCommandPrompt {
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
        let session = Session(computerName: container.computerName, interactive: process.arguments.count == 1)
        let words = Array(process.arguments.dropFirst())
        if process.terminal {
            let terminal = try PseudoTerminal(columns: process.columns, rows: process.rows)
            (terminalEnd, descriptors) = (terminal.controller, [:])
            thread = try SystemThread.start {
                let code = session.run(words, input: terminal.peer.raw, output: terminal.peer.raw)
                slot.value.withLock { $0 = code }
                terminal.peer.close()
            }
        } else {
            let (input, output, error) = (try Descriptor.pipe(), try Descriptor.pipe(), try Descriptor.pipe())
            error.write.close()
            (terminalEnd, descriptors) = (nil, [0: input.write, 1: output.read, 2: error.read])
            thread = try SystemThread.start {
                let code = session.run(words, input: input.read.raw, output: output.write.raw)
                slot.value.withLock { $0 = code }
                input.read.close()
                output.write.close()
            }
        }
        code = slot
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

    /// Any signal ends it, as the end of its input does.
    func signal(_ number: Int32) {
        descriptors[0]?.close()
        terminalEnd?.close()
    }

    func wait() -> Int32 {
        thread.join()
        return code.value.withLock { $0 }
    }

    func close() {
        terminalEnd?.close()
        for descriptor in descriptors.values { descriptor.close() }
    }

    /// The prompt itself.
    private struct Session: Sendable {
        var computerName: String
        var interactive: Bool

        func run(_ words: [String], input: Int32, output: Int32) -> Int32 {
            if let option = words.first, option.lowercased() == "/c" || option.lowercased() == "/k" {
                _ = answer(words.dropFirst().joined(separator: " "), output)
                return 0
            }
            write("Microsoft Windows [Version 10.0.10586]\r\n(c) 2016 Microsoft Corporation. All rights reserved.\r\n", output)
            var pending: [UInt8] = []
            while true {
                write("\r\nC:\\>", output)
                guard let line = readLine(input, &pending) else { return 0 }
                if !answer(line, output) { return 0 }
            }
        }

        /// False where it ends the prompt.
        private func answer(_ line: String, _ output: Int32) -> Bool {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            switch words.first?.lowercased() {
            case nil: break
            case "exit": return false
            case "ver": write("\r\nMicrosoft Windows [Version 10.0.10586]\r\n", output)
            case "hostname": write(computerName + "\r\n", output)
            case "echo": write((words.count > 1 ? words[1] : "ECHO is on.") + "\r\n", output)
            case "rem", "cls", "title": break
            case let command?:
                write(
                    "'\(command)' is not recognized as an internal or external command,\r\noperable program or batch file.\r\n",
                    output)
            }
            return true
        }

        private func write(_ text: String, _ output: Int32) {
            // A reader that is gone ends the session at its next read.
            Signals.block([SIGPIPE])
            try? writeFully(output, text)
        }

        private func readLine(_ input: Int32, _ pending: inout [UInt8]) -> String? {
            while true {
                if let end = pending.firstIndex(where: { $0 == 10 || $0 == 13 }) {
                    let line = String(decoding: pending[..<end], as: UTF8.self)
                    pending.removeSubrange(...end)
                    return line
                }
                guard pending.count < 65_536, let more = try? readSome(input, atMost: 4096), !more.isEmpty else { return nil }
                pending += more
            }
        }
    }
}
