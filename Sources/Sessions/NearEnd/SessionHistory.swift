import Containers

/// Stores the lines that a user enters in containers, on the shell's machine. Each container has a history of its own: a container never
/// learns what was typed in another one, and lines that a hostile container adds are offered nowhere else.
public protocol SessionHistory {
    /// The lines that were kept, the oldest first.
    func entries(of container: ContainerID) -> [String]
    /// Keeps a line; one that cannot be kept is dropped.
    func append(_ line: String, of container: ContainerID)
}
