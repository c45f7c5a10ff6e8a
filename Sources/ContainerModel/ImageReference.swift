/// How a user names an image.
public enum ImageReference: Sendable, Hashable {
    /// By name, without case, and optionally by publisher (`Microsoft` or `CN=Microsoft`) and version.
    case name(String, publisher: String? = nil, version: String? = nil)
    /// By a prefix of the image's id, or the whole id.
    case id(String)
    /// By name or, where no name fits, by id prefix: docker's way.
    case nameOrID(String)
}
