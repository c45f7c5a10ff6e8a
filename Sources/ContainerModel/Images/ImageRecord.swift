/// An image's document, `image.json`.
package struct ImageRecord: Sendable, Codable, Hashable {
    /// Raised when older documents need another reading.
    package var format = 1
    /// The digest of its OCI configuration, 64 digits.
    package var id: String
    /// As ContainerImage.name.
    package var name: String
    /// `CN=…`.
    package var publisher: String
    /// Four numbers: `10.0.10586.0`.
    package var version: String
    /// True for an image that stands on no other.
    package var isOSImage: Bool
    /// The id of the image it stands on; nil for a base image.
    package var parentID: String?
    /// Seconds since 1970.
    package var created: Double
    /// Bytes of its unpacked files.
    package var size: UInt64
    /// The digests of its layers' uncompressed archives, the lowest first. `layers/DIGEST` holds the files.
    package var layers: [String]
    /// `NAME=value`.
    package var environment: [String]
    /// What a container executes that names no command of its own.
    package var command: [String]
    /// An absolute path inside.
    package var workingDirectory: String

    /// The image as the API shows it.
    package var image: ContainerImage {
        ContainerImage(
            id: id, name: name, publisher: publisher, version: version, isOSImage: isOSImage, parentID: parentID, created: created,
            size: size)
    }
}
