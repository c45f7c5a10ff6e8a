/// A piece of what a container printed.
public struct ContainerOutput: Sendable, Hashable {
    /// Which of the process's streams it was printed to. A terminal has `output` only.
    public enum Stream: String, Sendable, Codable {
        case output = "stdout"
        case error = "stderr"
    }

    /// When the output was printed, in seconds since 1970.
    public var time: Double
    /// The stream that it came from.
    public var stream: Stream
    /// The text: any number of lines, of which the last may be incomplete.
    public var text: String

    /// A piece of output as a log keeps it.
    public init(time: Double, stream: Stream, text: String) {
        self.time = time
        self.stream = stream
        self.text = text
    }
}
