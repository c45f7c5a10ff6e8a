/// What a host says of itself.
public struct ContainerHostInformation: Sendable, Hashable {
    /// The machine's host name.
    public var name: String
    /// Where images lie.
    public var containerImageRepositoryLocation: String
    /// `Linux` or `Simulated`.
    public var engine: String
    /// The OCI runtime for RuntimeType Default and what it can do here; nil where none was tried yet.
    public var runtime: String?

    /// What a host tells of itself.
    public init(name: String, containerImageRepositoryLocation: String, engine: String, runtime: String? = nil) {
        self.name = name
        self.containerImageRepositoryLocation = containerImageRepositoryLocation
        self.engine = engine
        self.runtime = runtime
    }
}
