/// How a container is stopped.
public enum StopMode: Sendable, Hashable {
    /// SIGTERM to the main process, or to init; SIGKILL after so many seconds, 0 to 3600.
    case graceful(seconds: Double = 10)
    /// Ends the container at once, as if its power were cut.
    case turnOff
}
