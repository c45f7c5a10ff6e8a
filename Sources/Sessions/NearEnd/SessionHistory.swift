import Containers

/// Keeps the lines that a user enters in containers, on this side. Apart for each container: one never learns what was typed in another,
/// nor what it wrote itself is offered anywhere else.
public protocol SessionHistory {
    /// The lines that were kept, the oldest first.
    func entries(of container: ContainerID) -> [String]
    /// Keeps a line; one that cannot be kept is dropped.
    func append(_ line: String, of container: ContainerID)
}
