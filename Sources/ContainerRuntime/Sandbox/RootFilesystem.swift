import ContainerModel
import Glibc
import LinuxSystem

/// A container's root on the host: the image's layers under the container's own files.
enum RootFilesystem {
    /// Mounts the overlay. In the supervisor's own mount namespace, so that it is gone with the last process that uses it, however that
    /// ends.
    static func mount(lower: [String], upper: String, work: String, on target: String) throws(ContainerError) {
        let options = [
            "lowerdir=" + lower.map(escape).joined(separator: ":"), "upperdir=" + escape(upper), "workdir=" + escape(work),
            // Nothing that a container's own files say may make the kernel look elsewhere in the layers.
            "redirect_dir=nofollow", "metacopy=off",
        ].joined(separator: ",")
        do throws(SystemError) {
            if !Files.isDirectory(target) { try Folders.make(target, mode: 0o700) }
            try Mounts.mount("overlay", on: target, type: "overlay", flags: [.noDevices], data: options)
        } catch {
            throw ContainerError(
                "MountFailed", "The container's root cannot be mounted.",
                remedy: error.number == ENODEV
                    ? "The kernel needs the overlay file system: modprobe overlay"
                    : "The state root has to lie on a file system that overlays can be put on (ext4, xfs, btrfs; not overlay itself).",
                cause: error.description)
        }
    }

    /// Makes the folders on which the OCI runtime mounts, where the container has none of its own or something else in their place.
    static func secureMountPoints(in root: String) throws(ContainerError) {
        try ContainerError.wrap("The mount points in the container's root cannot be made.") { () throws(SystemError) in
            try MountPoints.secure(in: root)
        }
    }

    /// Escapes a path for overlayfs's mount options, in which `,` ends an option and `:` separates layers.
    private static func escape(_ path: String) -> String {
        var result = ""
        for character in path {
            if character == "\\" || character == "," || character == ":" { result.append("\\") }
            result.append(character)
        }
        return result
    }
}
