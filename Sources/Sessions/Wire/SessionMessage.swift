import AgentProtocol
import Values

/// The agent protocol's frame, beside the engine's type of that name.
package typealias SessionFrame = WireFrame

/// The messages of a session, in the agent protocol's frames. A frame's payload is one byte, which is the message, and one value.
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
    /// Whether the processes are to be listed or only looked up. Answer: the container's processes, where the shell's container host knows
    /// them and the endpoint's system does not.
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

    /// A frame whose payload is this message and a value.
    /// - Parameters:
    ///   - id: the request's number; 0 for an event.
    ///   - property: reads a property of an object, those that are computed by a script included; nil reads only stored ones.
    /// - Throws: `WireError` if the value takes more than `WireLimits.size` bytes.
    package func frame(
        _ kind: WireFrame.Kind, id: UInt64 = 0, _ value: Value, property: ((String, Value) -> Value?)? = nil
    ) throws(WireError) -> WireFrame {
        WireFrame(kind, id: id, payload: [rawValue] + (try ValueEncoder.encode(value, property: property)))
    }

    /// The message and the value in a frame's payload.
    /// - Throws: `WireError` if the message is unknown or the value malformed.
    package static func read(_ frame: WireFrame) throws(WireError) -> (message: SessionMessage, value: Value) {
        guard let first = frame.payload.first, let message = SessionMessage(rawValue: first) else {
            throw WireError("an unknown message")
        }
        return (message, try ValueDecoder.decode(frame.payload, from: 1))
    }

    /// The longest payloads: a value of the largest size and 1 MiB for what surrounds it. Sessions have no data frames.
    package static let frameLimits = FrameDecoder.Limits(control: WireLimits.size + (1 << 20), data: 1)
}
