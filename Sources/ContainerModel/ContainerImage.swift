/// An image that containers are made from.
public struct ContainerImage: Sendable, Hashable, Identifiable {
    /// The image's id, 64 lower-case hexadecimal digits: the digest of its OCI configuration. A user may type any unambiguous prefix.
    public var id: String
    /// The image's name. Several images may have the same one; their publishers and versions differ.
    public var name: String
    /// The publisher: `CN=Microsoft`.
    public var publisher: String
    /// The version, four numbers: `10.0.10586.0`.
    public var version: String
    /// True for a base image, which has no parent image.
    public var isOSImage: Bool
    /// The id of the parent image; nil for a base image.
    public var parentID: String?
    /// When the image was made, in seconds since 1970.
    public var created: Double
    /// The total size of the image's unpacked files in bytes.
    public var size: UInt64

    /// An image as a host reports it.
    public init(
        id: String, name: String, publisher: String, version: String, isOSImage: Bool, parentID: String? = nil, created: Double = 0,
        size: UInt64 = 0
    ) {
        self.id = id
        self.name = name
        self.publisher = publisher
        self.version = version
        self.isOSImage = isOSImage
        self.parentID = parentID
        self.created = created
        self.size = size
    }

    /// As the property ParentImage prints: `ContainerImage (Name = 'NanoServer') [Publisher = 'CN=Microsoft', Version = '10.0.10586.0']`.
    public var reference: String {
        "ContainerImage (Name = '\(name)') [Publisher = '\(publisher)', Version = '\(version)']"
    }
}
