/// A service that only the far side of a session has.
public struct EndpointRole {
    public init() {}
}
