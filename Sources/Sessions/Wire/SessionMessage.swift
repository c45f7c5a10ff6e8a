import AgentProtocol
import Values

/// The agent protocol's frame, beside the engine's type of that name.
package typealias SessionFrame = WireFrame

/// What the two sides of a session say, beside the agent protocol's framing: the first byte of a frame's payload, before one value.
package enum SessionMessage: UInt8, Sendable {
    // Requests of the shell.
    /// [text, path or null, arguments, asBlock]. Answer: [ended by `exit`, exit code, succeeded].
    case run = 1
    /// null. Answer: the prompt.
    case prompt = 2
    /// [line, cursor]. Answer: [replaced bytes before and behind the cursor, [[text, label, detail, kind] …]].
    case complete = 3
    /// null: stop what runs. No answer of its own: `run` answers.
    case stop = 4

    // Requests of the endpoint.
    /// [prompt, hides]. Answer: the line, or null.
    case readLine = 16
    /// null. Answer: [[pid in the container, pid on the host] …].
    case hostProcesses = 17
    /// Whether it is to be listed. Answer: what runs in the container, where the shell's host knows that and not the endpoint's system.
    case processes = 18
    /// [pid, force] of such a process. Answer: null, or why it was not ended.
    case stopProcess = 19
    /// null. Answer: the lines that the user entered in this container before.
    case history = 20

    // Events of the endpoint.
    case output = 32
    case error = 33
    /// [label, text] of the warning, verbose and debug streams.
    case line = 34
    /// [text, newline, foreground, background].
    case hostText = 35
    /// null: the session's user has left.
    case goodbye = 36
    /// A line that the user entered, to be kept for the next session.
    case remember = 37

    /// A frame with this message.
    package func frame(
        _ kind: WireFrame.Kind, id: UInt64 = 0, _ value: Value, property: ((String, Value) -> Value?)? = nil
    ) throws(WireError) -> WireFrame {
        WireFrame(kind, id: id, payload: [rawValue] + (try ValueEncoder.encode(value, property: property)))
    }

    /// The message of a frame.
    package static func read(_ frame: WireFrame) throws(WireError) -> (message: SessionMessage, value: Value) {
        guard let first = frame.payload.first, let message = SessionMessage(rawValue: first) else {
            throw WireError("an unknown message")
        }
        return (message, try ValueDecoder.decode(frame.payload, from: 1))
    }

    /// A value's bytes and what stands around them; sessions have no data frames.
    package static let frameLimits = FrameDecoder.Limits(control: WireLimits.size + (1 << 20), data: 1)
}
