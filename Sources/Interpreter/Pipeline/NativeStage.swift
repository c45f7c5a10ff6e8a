import CmdletKit
import Glibc
import LinuxSystem
import Values

/// A native program of a pipeline, ready to start: an executable file or a built-in program.
struct NativeProgram {
    enum Code {
        case file(path: String)
        case builtIn(ProgramRegistration)
    }
    let code: Code
    let name: String
    let arguments: [String]
    let redirections: [CompiledRedirection]
}

/// One or more native programs joined by pipe(2), the bytes between them untouched.
///
/// Objects of the stage before are written to the first program's standard input as lines. The last program's output becomes
/// strings, a line each, unless it goes to the terminal or a file, which the program then writes to directly.
final class NativeStage: Stage {
    private let programs: [NativeProgram]
    private let routed: RoutedStreams
    private let hasInput: Bool
    private let frame: Frame
    private var children: [any RunningProgram] = []
    private var input: Descriptor?
    private var output: LineReader?
    private var error: LineReader?
    private var pending: [UInt8] = []
    private var formatter: (any OutputSink)?

    init(_ programs: [NativeProgram], _ routed: RoutedStreams, hasInput: Bool, _ frame: Frame) {
        self.programs = programs
        self.routed = routed
        self.hasInput = hasInput
        self.frame = frame
    }

    // MARK: Start

    override func begin() throws {
        let host = frame.engine.host
        host.flush()
        let inherited = host.nativeDescriptors
        var opened: [Descriptor] = []
        defer { for descriptor in opened { descriptor.close() } }
        do {
            var standardInput = inherited?.input
            if hasInput {
                let pipe = try Descriptor.pipe()
                opened.append(pipe.read)
                try pipe.write.setNonBlocking(true)
                input = pipe.write
                standardInput = pipe.read.raw
            }
            let lastOutput = try openOutput(inherited?.output, &opened)
            let errors = try openError(inherited?.error, lastOutput, &opened)
            for (place, program) in programs.enumerated() {
                var standardOutput = lastOutput
                var next: Descriptor?
                if place < programs.count - 1 {
                    let pipe = try Descriptor.pipe()
                    opened += [pipe.read, pipe.write]
                    standardOutput = pipe.write.raw
                    next = pipe.read
                }
                children.append(try start(program, standardInput, standardOutput, errors))
                standardInput = next?.raw
            }
        } catch let failure as SystemError {
            endChildren()
            throw ValueError(failure.description, id: "NativeCommandFailed", category: "ResourceUnavailable")
        } catch {
            endChildren()
            throw error
        }
    }

    private func start(_ program: NativeProgram, _ input: Int32?, _ output: Int32?, _ error: Int32?) throws -> any RunningProgram {
        switch program.code {
        case .file(let path):
            var options = SpawnOptions(arguments: [program.name] + program.arguments)
            options.setStandard(input: input, output: output, error: error)
            options.workingDirectory = frame.engine.fileSystem.hostLocation
            options.environment = frame.engine.environment.pairs
            // A child of a runspace's thread is killed with it (PR_SET_PDEATHSIG): where the shell exits meanwhile, nobody would
            // wait for the child.
            if frame.engine.host is RunspaceHost { options.parentDeathSignal = SIGKILL }
            do { return try spawn(path, options) } catch { throw Self.cannotRun(program, error) }
        case .builtIn(let registration):
            let instance = try registration.makeInstance(frame.engine)
            return try ProgramThread(instance, program.arguments, input: input, output: output, error: error)
        }
    }

    private static func cannotRun(_ program: NativeProgram, _ failure: SystemError) -> TerminatingError {
        let record = ErrorRecord(
            "Program '\(program.name)' failed to run: \(failure.description)", id: "NativeCommandFailed",
            category: "ResourceUnavailable",
            exception: "System.Management.Automation.ApplicationFailedException", target: .string(program.name))
        return TerminatingError(record)
    }

    /// With a transcript running, output passes through the shell to be recorded, as in PowerShell; the programs then see no
    /// terminal.
    private var isRecorded: Bool { frame.engine.host.transcripts.isActive }

    private func openOutput(_ inherited: Int32?, _ opened: inout [Descriptor]) throws -> Int32? {
        if let file = routed.nativeOutput {
            let flags = O_WRONLY | O_CREAT | (file.append ? O_APPEND : O_TRUNC)
            let descriptor = try Descriptor.open(file.path, flags, mode: 0o666)
            opened.append(descriptor)
            return descriptor.raw
        }
        if routed.output.isDisplay, let inherited, !isRecorded { return inherited }
        let pipe = try Descriptor.pipe()
        opened.append(pipe.write)
        output = LineReader(pipe.read)
        return pipe.write.raw
    }

    private func openError(_ inherited: Int32?, _ output: Int32?, _ opened: inout [Descriptor]) throws -> Int32? {
        if routed.mergesError { return output }
        if routed.dropsNativeError { return nil }
        if let file = routed.nativeError {
            let descriptor = try Descriptor.open(file.path, O_WRONLY | O_CREAT | (file.append ? O_APPEND : O_TRUNC), mode: 0o666)
            opened.append(descriptor)
            return descriptor.raw
        }
        if routed.streams.error == nil, let inherited, !isRecorded { return inherited }
        let pipe = try Descriptor.pipe()
        opened.append(pipe.write)
        error = LineReader(pipe.read)
        return pipe.write.raw
    }

    // MARK: Data

    override var failed: Bool { exitCode != 0 }
    /// That of the last program, once it ended.
    private var exitCode: Int32 = 0

    override func accept(_ value: Value) throws -> Flow {
        if case .string(let text) = value {
            pending += Array(text.value.utf8) + [UInt8(ascii: "\n")]
        } else {
            let sink =
                formatter
                ?? frame.engine.host.makeTextOutput(frame.engine) { [weak self] line in
                    self?.pending += Array(line.utf8) + [UInt8(ascii: "\n")]
                }
            formatter = sink
            _ = try sink.write(value)
        }
        if pending.count >= 1 << 16 { try pump(untilWritten: true) }
        return wantsMore && input != nil ? .more : .enough
    }

    override func end() throws {
        try formatter?.finish()
        try pump(untilWritten: true)
        input?.close()
        input = nil
        try pump(untilWritten: false)
        var code: Int32 = 0
        for child in children { code = wait(for: child) }
        children = []
        frame.engine.lastExitCode = code
        exitCode = code
        try routed.finish()
        try frame.engine.checkStop()
    }

    private func wait(for child: any RunningProgram) -> Int32 {
        let engine = frame.engine
        // A program on the terminal gets SIGINT from the terminal itself: only its end is awaited.
        guard !child.hearsTerminal || engine.host.nativeDescriptors == nil else { return engine.blocking { child.wait() } }
        var told: Double?
        while true {
            if let code = engine.blocking({ child.wait(timeout: 0.1) }) { return code }
            guard engine.interrupt.isRequested else { continue }
            if let told {
                if child.hearsTerminal, monotonicSeconds() > told + 1 { child.signal(SIGKILL) }
            } else {
                told = monotonicSeconds()
                child.signal(SIGINT)
            }
        }
    }

    override func cleanUp() {
        input?.close()
        output?.close()
        error?.close()
        endChildren()
    }

    private func endChildren() {
        for child in children where child.poll() == nil {
            child.signal(SIGTERM)
            frame.engine.blocking {
                if child.wait(timeout: 1) == nil {
                    child.signal(SIGKILL)
                    _ = child.wait()
                }
            }
        }
        children = []
    }

    /// Writes pending input and reads output at once, so that neither side blocks on a full pipe. Returns when all input is
    /// written, or when the output has ended.
    private func pump(untilWritten: Bool) throws {
        while true {
            var entries: [(Int32, Poll.Events)] = []
            if let input, !pending.isEmpty { entries.append((input.raw, .output)) } else if untilWritten { return }
            if let output, output.isOpen { entries.append((output.descriptor.raw, .input)) }
            if let error, error.isOpen { entries.append((error.descriptor.raw, .input)) }
            guard !entries.isEmpty else { return }
            let watched = entries
            let ready = try frame.engine.blocking { try Poll.wait(for: watched, timeout: 0.1) }
            if frame.engine.interrupt.isRequested {
                for child in children { child.signal(SIGINT) }
                throw PipelineStopped()
            }
            for (index, _) in ready {
                let descriptor = entries[index].0
                if descriptor == input?.raw {
                    writePending()
                } else if descriptor == output?.descriptor.raw {
                    try deliver(output?.read() ?? [], to: routed.output)
                } else if descriptor == error?.descriptor.raw {
                    try deliverErrors(error?.read() ?? [])
                }
            }
        }
    }

    private func writePending() {
        guard let input else { return }
        let count = pending.withUnsafeBytes { write(input.raw, $0.baseAddress, $0.count) }
        if count > 0 {
            pending.removeFirst(count)
        } else if count < 0, errno != EAGAIN, errno != EINTR {
            // The program has closed its input (EPIPE): the rest is dropped.
            pending = []
            input.close()
            self.input = nil
        }
    }

    private func deliver(_ lines: [String], to sink: any OutputSink) throws {
        for line in lines where try sink.write(.string(line)) == .enough {
            wantsMore = false
            output?.close()
            for child in children { child.signal(SIGPIPE) }
            return
        }
    }

    private func deliverErrors(_ lines: [String]) throws {
        for line in lines {
            let record = ErrorRecord(
                line, id: "NativeCommandError", exception: "System.Management.Automation.RemoteException", target: .string(line))
            record.commandName = programs.last?.name ?? ""
            if let sink = routed.streams.error { _ = try sink.write(.object(record)) } else { frame.engine.host.writeError(record) }
        }
    }
}

/// Splits the bytes of a pipe into lines as they arrive.
private final class LineReader {
    let descriptor: Descriptor
    private(set) var isOpen = true
    private var rest: [UInt8] = []

    init(_ descriptor: Descriptor) { self.descriptor = descriptor }

    /// The lines completed by the next read, of at most 64 KiB; at the end of the stream its unfinished line as well.
    func read() -> [String] {
        guard isOpen else { return [] }
        guard let bytes = try? readSome(descriptor.raw, atMost: 1 << 16), !bytes.isEmpty else {
            close()
            defer { rest = [] }
            return rest.isEmpty ? [] : [String(decoding: rest, as: UTF8.self)]
        }
        var lines: [String] = []
        var start = 0
        let all = rest.isEmpty ? bytes : rest + bytes
        for (place, byte) in all.enumerated() where byte == UInt8(ascii: "\n") {
            lines.append(String(decoding: all[start..<place], as: UTF8.self))
            start = place + 1
        }
        rest = Array(all[start...])
        return lines
    }

    func close() {
        isOpen = false
        descriptor.close()
    }
}
