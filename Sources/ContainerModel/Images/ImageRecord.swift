/// An image's document, `image.json`.
package struct ImageRecord: Sendable, Codable, Hashable {
    package var format = 1
    /// The digest of its OCI configuration, 64 digits.
    package var id: String
    package var name: String
    package var publisher: String
    package var version: String
    package var isOSImage: Bool
    package var parentID: String?
    package var created: Double
    package var size: UInt64
    /// The digests of its layers' uncompressed archives, the lowest first. `layers/DIGEST` holds the files.
    package var layers: [String]
    /// `NAME=value`.
    package var environment: [String]
    package var command: [String]
    package var workingDirectory: String

    package var image: ContainerImage {
        ContainerImage(
            id: id, name: name, publisher: publisher, version: version, isOSImage: isOSImage, parentID: parentID, created: created,
            size: size)
    }
}
