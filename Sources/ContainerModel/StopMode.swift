/// How a container is stopped.
public enum StopMode: Sendable, Hashable {
    /// Its init is asked to end and has so many seconds.
    case graceful(seconds: Double = 10)
    /// As when the power goes.
    case turnOff
}
