/// What to change of a stopped container; nil leaves a property as it is.
public struct ContainerChange: Sendable, Hashable {
    public var name: String?
    public var runtimeType: RuntimeType?

    public init(name: String? = nil, runtimeType: RuntimeType? = nil) {
        self.name = name
        self.runtimeType = runtimeType
    }
}
