import LinuxSystem

/// An image that is made on this machine, from the machine's own programs and libraries.
package struct BuiltInImage: Sendable {
    /// The publisher of both built-in images, which have the names of Microsoft's images.
    package static let publisher = "CN=Microsoft"
    /// The version of the document's images.
    package static let version = "10.0.10586.0"

    var name: String
    /// Writes the image's files below a folder, and returns their total size in bytes.
    var makeFiles: @Sendable (String) throws(ContainerError) -> UInt64
    var command: [String]

    static let all = [
        BuiltInImage(name: "NanoServer", makeFiles: NanoServer.makeFiles, command: ["/bin/sh"]),
        BuiltInImage(name: "WindowsServerCore", makeFiles: WindowsServerCore.makeFiles, command: ["/bin/bash"]),
    ]

    static func named(_ name: String) -> BuiltInImage? {
        all.first { $0.name.lowercased() == name.lowercased() }
    }

    static let environment = ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]

    /// Makes layer, configuration and document in a staging folder, then lets them appear: the layer first, the image last.
    func build(in folder: String, store: ImageStore) throws(ContainerError) {
        let files = folder + "/rootfs"
        let size = try makeFiles(files)
        let archive = folder + "/layer.tar"
        let tar = try Tools.path("tar", package: "tar", purpose: "name an image's layer by its content")
        try Tools.run(
            tar, ["--sort=name", "--mtime=@0", "--numeric-owner", "--format=posix", "-C", files, "-cf", archive, "."], timeout: 600,
            "The layer of '\(name)' cannot be archived.")
        let layer = try Digest.sha256(ofFile: archive)
        let created = wallSeconds()
        let configuration = JSON.object([
            ("architecture", .string(OCIArchitecture.current)), ("os", "linux"),
            ("config", ["Env": .strings(Self.environment), "Cmd": .strings(command), "WorkingDir": "/"]),
            ("rootfs", ["type": "layers", "diff_ids": .strings(["sha256:" + layer])]),
        ])
        try ContainerError.wrap("The image '\(name)' cannot be written.") { () throws(SystemError) in
            try Files.remove(archive)
            try Folders.make(folder + "/image", mode: 0o700)
            try Files.write(configuration.bytes, to: folder + "/image/config.json")
        }
        let id = try Digest.sha256(ofFile: folder + "/image/config.json")
        try Document.save(
            ImageRecord(
                id: id, name: name, publisher: Self.publisher, version: Self.version, isOSImage: true, created: created, size: size,
                layers: [layer], environment: Self.environment, command: command, workingDirectory: "/"),
            to: folder + "/image/image.json", durable: false)
        try ContainerError.wrap("The image '\(name)' cannot be stored.") { () throws(SystemError) in
            // Flush the whole file system once, before the renames: an fsync of each file would take seconds.
            try Files.syncFileSystem(folder)
            let target = "\(store.root.layers)/\(layer)"
            if !Files.isDirectory(target) { try Files.rename(files, target) }
            try Files.syncFolder(store.root.layers)
            try Folders.removeTree("\(store.root.images)/\(id)")
            try Files.rename(folder + "/image", "\(store.root.images)/\(id)")
            try Files.syncFolder(store.root.images)
        }
    }
}
