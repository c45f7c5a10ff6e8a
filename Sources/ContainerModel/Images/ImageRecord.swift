/// An image's document, `image.json`.
package struct ImageRecord: Sendable, Codable, Hashable {
    /// The document's format version; raised when older documents have to be read differently.
    package var format = 1
    /// The digest of its OCI configuration, 64 digits.
    package var id: String
    /// The image's name, as `ContainerImage.name`.
    package var name: String
    /// The publisher, with its prefix `CN=`.
    package var publisher: String
    /// The version, four numbers: `10.0.10586.0`.
    package var version: String
    /// True for a base image, which has no parent image.
    package var isOSImage: Bool
    /// The id of the parent image; nil for a base image.
    package var parentID: String?
    /// When the image was made, in seconds since 1970.
    package var created: Double
    /// The total size of the image's unpacked files in bytes.
    package var size: UInt64
    /// The digests of its layers' uncompressed archives, the lowest first. `layers/DIGEST` holds the files.
    package var layers: [String]
    /// The environment variables, as `NAME=value`.
    package var environment: [String]
    /// The default command of containers made from the image: program and arguments.
    package var command: [String]
    /// The default working folder, an absolute path inside the container.
    package var workingDirectory: String

    /// The image as the API shows it.
    package var image: ContainerImage {
        ContainerImage(
            id: id, name: name, publisher: publisher, version: version, isOSImage: isOSImage, parentID: parentID, created: created,
            size: size)
    }
}
