/// What to change of a stopped container; nil leaves a property as it is.
public struct ContainerChange: Sendable, Hashable {
    /// The new name, by the rules of `ContainerSpecification.name`.
    public var name: String?
    /// The new runtime type. The container's files go along.
    public var runtimeType: RuntimeType?

    /// A change of the properties that are given.
    public init(name: String? = nil, runtimeType: RuntimeType? = nil) {
        self.name = name
        self.runtimeType = runtimeType
    }
}
