import Glibc
import LinuxSystem

/// The images below the state root. The built-in ones are made when images are first asked for.
package struct ImageStore: Sendable {
    /// The state root that has them.
    package let root: StateRoot
    let staging: Staging

    /// The images of a state root. Nothing is read or made yet.
    package init(_ root: StateRoot) {
        self.root = root
        staging = Staging(root)
    }

    /// All images whose documents can be read, sorted by name. Missing built-in images are made; one that cannot be made on this machine is
    /// left out, and `record` throws the reason when it is asked for the image.
    /// - Throws: `NotPrivileged` or `StateUnavailable` if the folder of images cannot be listed.
    package func records() throws(ContainerError) -> [ImageRecord] {
        var all = try existing()
        let missing = BuiltInImage.all.filter { image in
            !all.contains { $0.name == image.name && $0.publisher == BuiltInImage.publisher }
        }
        if !missing.isEmpty {
            for image in missing { try? build(image) }
            all = try existing()
        }
        return all
    }

    /// The one image that a reference names.
    /// - Throws: `ImageNotFound`, `ImageAmbiguous`; for a built-in image that cannot be made, the reason (`ToolNotFound`,
    ///   `StateUnavailable`).
    package func record(_ reference: ImageReference) throws(ContainerError) -> ImageRecord {
        let all = try records()
        do throws(ContainerError) {
            let image = try ImageLookup.one(reference, in: all.map(\.image))
            if let found = all.first(where: { $0.id == image.id }) { return found }
            throw ContainerError.imageNotFound(image.id, all.map(\.image))
        } catch {
            // A built-in image that could not be made: build it again, for an error that says why, instead of ImageNotFound.
            switch reference {
            case .name(let name, _, _), .nameOrID(let name):
                if error.code == "ImageNotFound", let image = BuiltInImage.named(name) {
                    try build(image)
                }
            case .id: break
            }
            throw error
        }
    }

    /// The image with exactly this id.
    /// - Throws: `ImageNotFound`; `StateDamaged` if the image's document cannot be read.
    package func record(id: String) throws(ContainerError) -> ImageRecord {
        guard Digest.isValid(id), let record = try Document.load(ImageRecord.self, from: document(id)) else {
            throw .imageNotFound(id, try existing().map(\.image))
        }
        return record
    }

    /// The folders of an image's layers, the uppermost first, as overlayfs's `lowerdir` lists them.
    /// - Throws: `ImageDamaged` if the image has no layers or a layer's folder is missing.
    package func layerFolders(of image: ImageRecord) throws(ContainerError) -> [String] {
        // Without a layer the overlay would have no lower folder, and the mount would fail with a message that names no image.
        guard !image.layers.isEmpty else { throw ContainerError("ImageDamaged", "The image '\(image.name)' has no layers.") }
        return try image.layers.reversed().map { digest throws(ContainerError) in
            let folder = "\(root.layers)/\(digest)"
            guard Digest.isValid(digest), Files.isDirectory(folder) else {
                throw ContainerError(
                    "ImageDamaged", "The layer \(digest) of the image '\(image.name)' is missing.",
                    remedy: "Remove '\(root.images)/\(image.id)'; a built-in image is made again.")
            }
            return folder
        }
    }

    func document(_ id: String) -> String { "\(root.images)/\(id)/image.json" }

    private func existing() throws(ContainerError) -> [ImageRecord] {
        let names: [String]
        do {
            names = try Folders.names(in: root.images)
        } catch {
            if error.number == ENOENT { return [] }
            throw .state(error, "The images below '\(root.path)' cannot be listed.")
        }
        var records: [ImageRecord] = []
        for name in names where Digest.isValid(name) {
            // An image whose document is damaged is left out; the other images stay usable.
            if let record = try? Document.load(ImageRecord.self, from: document(name)), record.id == name { records.append(record) }
        }
        return records.sorted { ($0.name, $0.version, $0.id) < ($1.name, $1.version, $1.id) }
    }

    private func build(_ image: BuiltInImage) throws(ContainerError) {
        try root.prepare()
        let lock = try ContainerError.wrap("The images cannot be locked.") { () throws(SystemError) in
            try FileLock.lock(root.images + "/.lock", timeout: 300)
        }
        defer { lock.unlock() }
        if try existing().contains(where: { $0.name == image.name && $0.publisher == BuiltInImage.publisher }) { return }
        do {
            try staging.use("image") { path throws(ContainerError) in
                try ContainerError.wrap("The image '\(image.name)' cannot be made.") { () throws(SystemError) in
                    try Folders.make(path, mode: 0o700)
                }
                try image.build(in: path, store: self)
            }
        } catch {
            throw ContainerError(
                error.code, "The built-in image '\(image.name)' cannot be made on this machine.", remedy: error.remedy,
                cause: [error.message, error.cause].compactMap { $0 }.joined(separator: " "), target: image.name)
        }
    }
}
