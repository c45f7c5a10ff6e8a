import CLinux
import Glibc

/// The result of a tool that was run to its end.
package struct ToolResult: Sendable {
    /// The exit code, 0 to 255, or 128 plus the signal that killed the tool; 128 + SIGKILL (137) after a timeout.
    package var exitCode: Int32
    /// Standard output, cut at the limit.
    package var output: [UInt8]
    /// Standard error, cut at the limit.
    package var errorOutput: [UInt8]
    /// Whether a stream exceeded the limit; the rest of it was read and dropped.
    package var truncated: Bool
    /// Whether the tool was killed because its time was up.
    package var timedOut: Bool

    /// Standard output as UTF-8; invalid sequences become U+FFFD.
    package var outputText: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as UTF-8, without white space at either end.
    package var errorText: String {
        let text = Substring(String(decoding: errorOutput, as: UTF8.self)).drop { $0.isWhitespace }
        return String(text.reversed().drop { $0.isWhitespace }.reversed())
    }
}

/// Runs a program to its end and captures its output. Returns when the program ends, even if a process that it left behind keeps
/// the streams open.
/// - Parameters:
///   - path: the executable's path; `$PATH` is not searched.
///   - arguments: the arguments without the program's name.
///   - input: the bytes of its standard input; /dev/null if empty.
///   - environment: `NAME=value` texts; nil for the environment of this process.
///   - workingDirectory: the folder in which it runs; nil for that of this process.
///   - descriptors: more of this process's descriptors by their numbers in the program; 0, 1 or 2 replaces the standard stream,
///     which is then not captured.
///   - parentDeathSignal: the signal that the program gets when the calling thread ends.
///   - timeout: the seconds after which the program's process group is killed.
///   - outputLimit: the most bytes to keep of each stream.
/// - Throws: the error of starting the program; a failing exit code is part of the result.
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
    // Streams that the caller has given are not captured.
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

/// Writes as much as the pipe takes now.
/// - Returns: the number of bytes, 0 if the pipe is full, -1 if the reader has closed it.
private func send(_ pipe: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    // SIGPIPE would end this process: it is blocked during the write, and removed from the pending signals if the write raised it.
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
