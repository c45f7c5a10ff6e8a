import CLinux
import Glibc

/// What a tool that was run to its end printed and returned.
package struct ToolResult: Sendable {
    /// 0 to 255, 128 + signal; 128 + SIGKILL where the time was over.
    package var exitCode: Int32
    package var output: [UInt8]
    package var errorOutput: [UInt8]
    /// True: it printed more than the limit; the rest was read and dropped.
    package var truncated: Bool
    package var timedOut: Bool

    package var outputText: String { String(decoding: output, as: UTF8.self) }
    /// What it said on standard error, without white space at either end.
    package var errorText: String {
        let text = Substring(String(decoding: errorOutput, as: UTF8.self)).drop { $0.isWhitespace }
        return String(text.reversed().drop { $0.isWhitespace }.reversed())
    }
}

/// Runs a program to its end and keeps what it prints, up to `outputLimit` bytes of each stream.
///
/// Ends when the program ends, even where a process that it left behind still holds its streams. After `timeout` seconds it and its
/// process group are killed.
///
/// - Parameters:
///   - descriptors: the program's descriptors beside the captured ones; 0, 1 or 2 among them replaces that one.
///   - parentDeathSignal: what it gets when the thread that calls this ends.
/// - Throws: where it cannot be started; a failure that it reports itself is in the result.
package func runTool(
    _ path: String, _ arguments: [String], input: [UInt8] = [], environment: [String]? = nil, workingDirectory: String? = nil,
    descriptors: [Int32: Int32] = [:], parentDeathSignal: Int32? = nil, timeout: Double = 60, outputLimit: Int = 1 << 20
) throws(SystemError) -> ToolResult {
    let output = try Descriptor.pipe()
    let errors = try Descriptor.pipe()
    var options = SpawnOptions(arguments: [path] + arguments, environment: environment, workingDirectory: workingDirectory)
    options.descriptors = descriptors
    var stdin: (read: Descriptor, write: Descriptor)?
    if !input.isEmpty {
        let pipe = try Descriptor.pipe()
        try pipe.write.setNonBlocking(true)
        stdin = pipe
    }
    if let stdin { options.descriptors[0] = stdin.read.raw }
    // Streams of the caller's choice are not captured.
    if descriptors[1] == nil { options.descriptors[1] = output.write.raw }
    if descriptors[2] == nil { options.descriptors[2] = errors.write.raw }
    options.parentDeathSignal = parentDeathSignal
    options.processGroup = 0
    let child = try spawn(path, options)
    stdin?.read.close()
    output.write.close()
    errors.write.close()
    let handle = try? ProcessHandle(child.pid)
    try output.read.setNonBlocking(true)
    try errors.read.setNonBlocking(true)

    let end = monotonicSeconds() + timeout
    var result = ToolResult(exitCode: 0, output: [], errorOutput: [], truncated: false, timedOut: false)
    var pending = input[...]
    var streams: [(descriptor: Descriptor, text: WritableKeyPath<ToolResult, [UInt8]>)] = [
        (output.read, \.output), (errors.read, \.errorOutput),
    ]

    func drain() {
        streams.removeAll { stream in
            while true {
                guard let bytes = try? readSome(stream.descriptor.raw, atMost: 65_536) else { return true }
                if bytes.isEmpty { return false }
                let room = max(0, outputLimit - result[keyPath: stream.text].count)
                result[keyPath: stream.text] += bytes.prefix(room)
                if bytes.count > room { result.truncated = true }
            }
        }
    }

    while true {
        var watched = streams.map { ($0.descriptor.raw, Poll.Events.input) }
        if let handle { watched.append((handle.descriptor.raw, .input)) }
        if let stdin, !pending.isEmpty { watched.append((stdin.write.raw, .output)) }
        let left = end - monotonicSeconds()
        guard left > 0 else {
            result.timedOut = true
            child.signalGroup(SIGKILL)
            break
        }
        _ = try Poll.wait(for: watched, timeout: handle == nil ? min(left, 0.02) : left)
        drain()
        if let stdin, !pending.isEmpty {
            let written = pending.withUnsafeBytes { send(stdin.write.raw, $0) }
            if written < 0 { pending = [] } else { pending = pending.dropFirst(written) }
            if pending.isEmpty { stdin.write.close() }
        }
        if child.poll() != nil { break }
    }
    result.exitCode = child.wait()
    drain()
    return result
}

/// Writes what fits now: 0 where the pipe is full, -1 where nobody reads.
private func send(_ pipe: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    // SIGPIPE would end this process; it is blocked around the write and taken back where it came.
    var numbers: [Int32] = [SIGPIPE]
    clinux_block_signals(&numbers, 1, 1)
    let written = write(pipe, bytes.baseAddress, bytes.count)
    let number = errno
    if written < 0, number == EPIPE {
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGPIPE)
        var now = timespec()
        sigtimedwait(&set, nil, &now)
    }
    clinux_block_signals(&numbers, 1, 0)
    if written >= 0 { return written }
    return number == EAGAIN || number == EINTR ? 0 : -1
}
