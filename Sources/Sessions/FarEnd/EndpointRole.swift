/// A service that only the far side of a session has.
public struct EndpointRole {
    /// The mark.
    public init() {}
}
