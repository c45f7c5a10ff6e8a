import ContainerModel

/// The layers of a container's root, in the form that its runtime type needs.
package enum SandboxLayers: Sendable, Codable, Hashable {
    /// Folders of the host: the image's and the container's own (`upper` and `work` of an overlay).
    case folders(lower: [String], upper: String, work: String)
    /// Disks for a guest: the image as a read-only squashfs, and an ext4 file system that holds `upper` and `work` folders in its root.
    case disks(image: String, writable: String)
}
