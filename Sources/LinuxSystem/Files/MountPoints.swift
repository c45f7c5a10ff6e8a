import Glibc

/// The folders in a container's root on which an OCI runtime mounts something.
package enum MountPoints {
    private static let names = ["proc", "dev", "sys", ".bulkhead"]

    /// Makes sure that these are folders. An image may have a symbolic link in such a place: the runtime would mount or make device
    /// nodes where it leads, or refuse to start. A link or file there is replaced by a folder, in the container's own files.
    /// - Parameter root: the path of the container's root file system.
    /// - Throws: `ENOTDIR` or `ELOOP` if the root is no folder, or the error of the call that failed.
    package static func secure(in root: String) throws(SystemError) {
        let folder = try Descriptor.open(root, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        for name in names {
            var status = stat()
            if fstatat(folder.raw, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
                if Files.isDirectory(status) { continue }
                guard unlinkat(folder.raw, name, 0) == 0 else { throw .last("remove", "\(root)/\(name)") }
            } else if errno != ENOENT {
                throw .last("stat", "\(root)/\(name)")
            }
            guard mkdirat(folder.raw, name, 0o755) == 0 else { throw .last("make the folder", "\(root)/\(name)") }
        }
    }
}
