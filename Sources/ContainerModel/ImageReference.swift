/// How an image is named.
public enum ImageReference: Sendable, Hashable {
    /// By name, without case, and optionally by publisher (`Microsoft` or `CN=Microsoft`) and version.
    case name(String, publisher: String? = nil, version: String? = nil)
    /// By id or a prefix of it.
    case id(String)
    /// By name or, where no name fits, by id prefix: docker's way.
    case nameOrID(String)
}
