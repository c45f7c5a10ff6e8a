import ContainerModel
import Glibc
import LinuxSystem

/// A container's own files, and their two forms: `files/upper` and `files/work` for an overlay of the host, or `writable.ext4`.
///
/// A conversion is made beside the old form and takes effect with the document that names it: whoever is killed before leaves the old
/// form in force, and rubbish that the next change removes.
package struct WritableFiles: Sendable {
    /// The state root.
    package let root: StateRoot
    /// Writes the container's document when its form has changed.
    package let store: ContainerStore
    /// The failpoints of the operation that converts (`convert`).
    package let failpoints: Failpoints

    /// The files of a state root's containers.
    package init(root: StateRoot, store: ContainerStore, failpoints: Failpoints) {
        self.root = root
        self.store = store
        self.failpoints = failpoints
    }

    /// The folder form: `upper` and `work` below it.
    package func folder(_ id: ContainerID) -> String { root.container(id) + "/files" }
    /// The disk form's file.
    package func disk(_ id: ContainerID) -> String { root.container(id) + "/writable.ext4" }

    /// The layers of a container that is being started.
    ///
    /// - Throws: `ContainerDamaged` where its files are not in the form that its runtime type wants.
    package func layers(
        for container: ContainerRecord, image: ImageRecord, _ prepared: PreparedRuntime.Kind
    ) throws(ContainerError) -> SandboxLayers {
        switch (prepared, container.writable) {
        case (.sharedKernel, .folder):
            let folder = folder(container.id)
            return .folders(
                lower: try ImageStore(root).layerFolders(of: image), upper: folder + "/upper", work: folder + "/work")
        case (.utilityVM(_, let imageDisk), .disk):
            return .disks(image: imageDisk, writable: disk(container.id))
        default:
            throw ContainerError(
                "ContainerDamaged",
                "The files of '\(container.name)' are not in the form that RuntimeType \(container.runtimeType.rawValue) uses.",
                remedy: "Set the runtime type again: Set-Container -RuntimeType \(container.runtimeType.rawValue)",
                target: container.id.text)
        }
    }

    /// Brings the files into the form that the runtime type wants, and writes the document where that changed something.
    ///
    /// - Parameter machine: gives what a utility VM starts from, where one has to read a disk.
    /// - Throws: `UtilityVMDiskFailed`, `StateUnavailable`, and what `machine` throws.
    package func convert(
        _ container: ContainerRecord, machine: () throws(ContainerError) -> PreparedMachine
    ) throws(ContainerError) -> ContainerRecord {
        removeOtherForm(container)
        switch (container.runtimeType, container.writable) {
        case (.default, .folder), (.hyperV, .disk): return container
        case (.hyperV, .folder): return try makeDisk(container)
        case (.default, .disk): return try makeFolder(container, try machine())
        }
    }

    /// mkfs.ext4 fills the disk: some tens of milliseconds, owners, modes, attributes and whiteouts kept.
    private func makeDisk(_ container: ContainerRecord) throws(ContainerError) -> ContainerRecord {
        let (folder, disk) = (folder(container.id), disk(container.id))
        try Staging(root).use("disk") { path throws(ContainerError) in
            try failpoints.reach("convert", "before the disk")
            try ContainerError.wrap("The files of '\(container.name)' cannot be put on a disk.") { () throws(SystemError) in
                // An overlay of the host leaves a folder in `work`, which it makes again; the guest's has to begin empty.
                try Folders.removeTree(folder + "/work")
                try Folders.make(folder + "/work", mode: 0o700)
            }
            try WritableDisk.make(at: path, contents: folder)
            try failpoints.reach("convert", "before the disk appears")
            try ContainerError.wrap("The files of '\(container.name)' cannot be put on a disk.") { () throws(SystemError) in
                let file = try Descriptor.open(path, O_RDONLY)
                guard fsync(file.raw) == 0 else { throw .last("sync", path) }
                try Files.rename(path, disk)
            }
        }
        return try finish(container, .disk)
    }

    /// A utility VM reads the disk, which no kernel of the host's ever mounts, and sends the files.
    private func makeFolder(_ container: ContainerRecord, _ machine: PreparedMachine) throws(ContainerError) -> ContainerRecord {
        let (folder, disk) = (folder(container.id), disk(container.id))
        try Staging(root).use("files") { path throws(ContainerError) in
            try failpoints.reach("convert", "before the folder")
            try ContainerError.wrap("The files of '\(container.name)' cannot be put into a folder.") { () throws(SystemError) in
                try Folders.make(path, mode: 0o700)
                try Folders.make(path + "/upper", mode: 0o755)
                try Folders.make(path + "/work", mode: 0o700)
            }
            try WritableDisk.export(
                disk, into: path + "/upper", id: container.id.text, machine: machine)
            try failpoints.reach("convert", "before the folder appears")
            try ContainerError.wrap("The files of '\(container.name)' cannot be put into a folder.") { () throws(SystemError) in
                try Files.syncFileSystem(path)
                try Files.rename(path, folder)
            }
        }
        return try finish(container, .folder)
    }

    private func finish(_ container: ContainerRecord, _ form: WritableLayer) throws(ContainerError) -> ContainerRecord {
        try failpoints.reach("convert", "before the document")
        var changed = container
        changed.writable = form
        try store.save(changed)
        try failpoints.reach("convert", "after the document")
        removeOtherForm(changed)
        return changed
    }

    /// Removes the form that the document does not name: the rubbish of a conversion that was cut short, or the old form after one.
    private func removeOtherForm(_ container: ContainerRecord) {
        switch container.writable {
        case .folder: try? Files.remove(disk(container.id))
        case .disk:
            if Files.exists(folder(container.id)) { try? Staging(root).remove(folder(container.id)) }
        }
    }
}
