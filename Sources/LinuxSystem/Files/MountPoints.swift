import Glibc

/// The folders of a container's root that an OCI runtime mounts on.
package enum MountPoints {
    private static let names = ["proc", "dev", "sys", ".bulkhead"]

    /// Makes them folders. An image where one of them is a link to elsewhere would make the runtime mount, or make device nodes, there, or
    /// refuse to start: such a link, or file, is replaced, in the container's own files.
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
