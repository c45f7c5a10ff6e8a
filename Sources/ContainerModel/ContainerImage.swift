/// An image that containers are made from.
public struct ContainerImage: Sendable, Hashable, Identifiable {
    /// 64 lower-case hexadecimal digits: the digest of its OCI configuration. Any unambiguous prefix names it.
    public var id: String
    /// Several images may have one name; publisher and version tell them apart.
    public var name: String
    /// `CN=Microsoft`.
    public var publisher: String
    /// Four numbers: `10.0.10586.0`.
    public var version: String
    /// True for an image that stands on no other.
    public var isOSImage: Bool
    /// The id of the image it stands on; nil for a base image.
    public var parentID: String?
    /// Seconds since 1970.
    public var created: Double
    /// Bytes of its unpacked files.
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
