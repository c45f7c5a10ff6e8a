/// What a container does now.
public enum ContainerState: String, Sendable, Codable, CaseIterable {
    case off = "Off"
    case starting = "Starting"
    case running = "Running"
    case stopping = "Stopping"
    /// Its document cannot be read; `Container.reason` says why. It can be removed by force.
    case damaged = "Damaged"
}
