import CmdletKit
import Glibc
import LinuxSystem
import Synchronization

/// A started program of a pipeline: a child process, or a built-in program on its thread.
protocol RunningProgram: AnyObject {
    /// The exit code; nil while the program runs.
    func poll() -> Int32?
    /// Waits for the end of the program and returns its exit code.
    func wait() -> Int32
    /// Waits at most so many seconds; nil where the program still runs then.
    func wait(timeout: Double) -> Int32?
    /// Sends a signal; a built-in program reads its number from a pipe.
    func signal(_ number: Int32)
    /// Whether the terminal's Ctrl-C reaches the program by itself.
    var hearsTerminal: Bool { get }
}

extension ChildProcess: RunningProgram {
    var hearsTerminal: Bool { true }
}

/// A built-in program on a thread of its own.
final class ProgramThread: RunningProgram {
    private let ended: Descriptor
    private let signals: Descriptor
    private let result: Result
    private let thread: SystemThread

    private final class Result: Sendable {
        let code = Mutex<Int32?>(nil)
    }

    /// Starts the program with duplicates of the descriptors; nil stands for /dev/null.
    /// - Throws: `SystemError` where a descriptor or the thread cannot be made.
    init(
        _ program: any BuiltInProgram, _ arguments: [String], input: Int32?, output: Int32?, error: Int32?
    ) throws(SystemError) {
        func copy(_ raw: Int32?) throws(SystemError) -> Descriptor {
            guard let raw else { return try Descriptor.open("/dev/null", O_RDWR) }
            return try Descriptor.duplicate(of: raw)
        }
        let (input, output, error) = (try copy(input), try copy(output), try copy(error))
        let (told, end) = (try Descriptor.pipe(), try Descriptor.pipe())
        // Non-blocking: a signal that does not fit into the full pipe is dropped, as many are waiting there.
        try told.write.setNonBlocking(true)
        (signals, ended) = (told.write, end.read)
        let result = Result()
        self.result = result
        thread = try SystemThread.start {
            let code = program.run(
                arguments, ProgramContext(input: input.raw, output: output.raw, error: error.raw, signals: told.read.raw))
            for descriptor in [input, output, error, told.read] { descriptor.close() }
            result.code.withLock { $0 = code & 0xff }
            end.write.close()
        }
    }

    let hearsTerminal = false
    func poll() -> Int32? { result.code.withLock { $0 } }

    func wait() -> Int32 {
        thread.join()
        return poll() ?? 255
    }

    func wait(timeout: Double) -> Int32? {
        if let code = poll() { return code }
        _ = try? Poll.wait(for: [(ended.raw, [])], timeout: timeout)
        return poll()
    }

    func signal(_ number: Int32) {
        guard poll() == nil else { return }
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(signals.raw, &byte, 1)
    }
}
