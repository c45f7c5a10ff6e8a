import CmdletKit
import Containers
import Glibc
import LinuxSystem

/// Connects a process in a container to the streams of the docker command until it ends: bytes as they are, or a terminal in raw
/// mode.
struct DockerStreams {
    private let process: any ContainerProcess
    private let context: ProgramContext
    private let interactive: Bool
    private let proxiesSignals: Bool

    /// - Parameters:
    ///   - interactive: whether the process reads the command's standard input.
    ///   - proxiesSignals: whether signals to the command are passed on to the process.
    init(_ process: any ContainerProcess, _ context: ProgramContext, interactive: Bool, proxiesSignals: Bool = true) {
        self.process = process
        self.context = context
        self.interactive = interactive
        self.proxiesSignals = proxiesSignals
    }

    /// Copies the streams until the process ends.
    /// - Returns: the exit code of the process; 137 if the command was killed first, 125 if no thread could be started to wait for
    ///   it.
    func join() -> Int32 {
        guard let waiter = try? Waiter(process) else { return DockerError.usage }
        let modes = process.terminal != nil && interactive ? TerminalModes(of: context.input) : nil
        try? modes?.setRaw(on: context.input)
        defer { modes?.restore(on: context.input) }
        return copy(waiter) ? waiter.code : 128 + SIGKILL
    }

    private enum Source { case output(Int), input, target, signals, end }

    /// - Returns: false if the command was killed before the process ended.
    private func copy(_ waiter: Waiter) -> Bool {
        // Without a target once nobody reads any more: the bytes are taken and dropped, or the container would wait for us, and we for it.
        var outputs: [(from: Int32, to: Int32?)] = [
            process.terminal.map { ($0, context.output) }, process.standardOutput.map { ($0, context.output) },
            process.standardError.map { ($0, context.error) },
        ].compactMap { $0 }
        let target = process.terminal ?? process.standardInput
        var reads = interactive && target != nil
        if !interactive { process.closeStandardInput() }
        if reads, process.terminal == nil, let target { try? setNonBlocking(target) }
        var pending: [UInt8] = []
        var size = WindowSize(of: context.output)
        var hasEnded = false
        while true {
            var sources: [Source] = [.signals]
            var entries: [(Int32, Poll.Events)] = [(context.signals, .input)]
            for (index, output) in outputs.enumerated() {
                sources.append(.output(index))
                entries.append((output.from, .input))
            }
            if reads, pending.isEmpty {
                sources.append(.input)
                entries.append((context.input, .input))
            }
            if !pending.isEmpty, let target {
                sources.append(.target)
                entries.append((target, .output))
            }
            if !hasEnded {
                sources.append(.end)
                entries.append((waiter.descriptor, []))
            }
            // When a process ends, its last output may still be under way. A child that it left may hold the stream for ever, so
            // wait 0.2 s without output, no longer.
            guard let ready = try? Poll.wait(for: entries, timeout: hasEnded ? 0.2 : 0.25) else { return true }
            let isQuiet = ready.allSatisfy { if case .output = sources[$0.index] { false } else { true } }
            if hasEnded, isQuiet || outputs.allSatisfy({ $0.to == nil }) { return true }
            var closed: [Int32] = []
            for (index, _) in ready {
                switch sources[index] {
                case .signals:
                    for number in (try? readSome(context.signals, atMost: 64)) ?? [] {
                        if Int32(number) == SIGKILL { return false }
                        if proxiesSignals { process.signal(Int32(number)) }
                    }
                case .output(let place):
                    guard let bytes = try? readSome(outputs[place].from, atMost: 1 << 16) else {
                        closed.append(outputs[place].from)
                        continue
                    }
                    guard let to = outputs[place].to, (try? writeFully(to, bytes)) == nil else { continue }
                    // As for a program whose pipe is broken.
                    if process.terminal == nil { process.signal(SIGPIPE) }
                    outputs[place].to = nil
                case .input:
                    if let bytes = try? readSome(context.input, atMost: 1 << 16) {
                        pending = bytes
                    } else {
                        reads = false
                        if process.terminal == nil { process.closeStandardInput() }
                    }
                case .target:
                    guard let target, push(&pending, to: target) else {
                        reads = false
                        pending = []
                        process.closeStandardInput()
                        continue
                    }
                case .end: hasEnded = true
                }
            }
            outputs.removeAll { closed.contains($0.from) }
            if process.terminal != nil, let now = WindowSize(of: context.output), now != size {
                size = now
                process.resize(columns: now.columns, rows: now.rows)
            }
        }
    }

    private func setNonBlocking(_ descriptor: Int32) throws(SystemError) {
        let flags = fcntl(descriptor, F_GETFL)
        guard flags >= 0, fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) >= 0 else { throw .last("set descriptor's mode") }
    }

    /// Writes what the descriptor takes now.
    /// - Returns: false if nobody reads from the other end.
    private func push(_ pending: inout [UInt8], to target: Int32) -> Bool {
        let count = pending.withUnsafeBytes { write(target, $0.baseAddress, $0.count) }
        if count > 0 { pending.removeFirst(count) }
        return count >= 0 || errno == EAGAIN || errno == EINTR
    }
}

/// Waits for a process on a thread of its own, so that poll(2) can wait for its end among other descriptors.
private final class Waiter: Sendable {
    private let readEnd: Descriptor
    private let thread: SystemThread
    private let process: any ContainerProcess

    init(_ process: any ContainerProcess) throws(SystemError) {
        self.process = process
        let pipe = try Descriptor.pipe()
        readEnd = pipe.read
        thread = try SystemThread.start {
            _ = process.wait()
            pipe.write.close()
        }
    }

    /// A descriptor that reports a hang-up (POLLHUP) once the process has ended.
    var descriptor: Int32 { readEnd.raw }
    var code: Int32 { process.wait() }
}
