import LinuxSystem

extension ImageStore {
    /// The path of the image as a read-only squashfs file, which a utility VM mounts as the lowest layer of the container's root. Made at
    /// first use.
    /// - Throws: `ToolNotFound` or `ToolFailed` of mksquashfs; `ImageNotSupported` for an image of several layers; `ImageDamaged`;
    ///   `StateUnavailable`.
    package func diskImage(for image: ImageRecord) throws(ContainerError) -> String {
        let path = "\(root.images)/\(image.id)/disk.squashfs"
        if Files.exists(path) { return path }
        let tool = try Tools.path("mksquashfs", package: "squashfs-tools", purpose: "give an image to a utility VM")
        let folders = try layerFolders(of: image)
        guard let folder = folders.first, folders.count == 1 else {
            throw ContainerError(
                "ImageNotSupported",
                "The image '\(image.name)' has \(folders.count) layers; a utility VM takes images of one layer.",
                remedy: "Use RuntimeType Default, or export and import the image as one layer.", target: image.id)
        }
        let lock = try ContainerError.wrap("The image '\(image.name)' cannot be locked.") { () throws(SystemError) in
            try FileLock.lock("\(root.images)/\(image.id)/lock", timeout: 600)
        }
        defer { lock.unlock() }
        if Files.exists(path) { return path }
        try staging.use("disk") { temporary throws(ContainerError) in
            // LZ4: an emulated processor unpacks it several times as fast as gzip or zstd.
            try Tools.run(
                tool, [folder, temporary, "-noappend", "-comp", "lz4", "-no-progress", "-quiet"], timeout: 600,
                "The disk of the image '\(image.name)' cannot be made.")
            try ContainerError.wrap("The disk of the image '\(image.name)' cannot be stored.") { () throws(SystemError) in
                try Files.setMode(temporary, 0o600)
                try Files.syncFileSystem(temporary)
                try Files.rename(temporary, path)
            }
        }
        return path
    }
}
