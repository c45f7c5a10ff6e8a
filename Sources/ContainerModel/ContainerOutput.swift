/// A piece of what a container printed.
public struct ContainerOutput: Sendable, Hashable {
    public enum Stream: String, Sendable, Codable {
        case output = "stdout"
        case error = "stderr"
    }

    /// Seconds since 1970.
    public var time: Double
    public var stream: Stream
    /// Any number of lines; the last need not be whole.
    public var text: String

    public init(time: Double, stream: Stream, text: String) {
        self.time = time
        self.stream = stream
        self.text = text
    }
}
