import Glibc

/// Bytes of a file system that are taken and that are left.
package struct FileSystemSpace {
    package let used: Int64
    package let free: Int64

    /// nil where the system does not tell.
    package init?(_ path: String) {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        let size = Int64(clamping: status.f_frsize)
        free = Int64(clamping: status.f_bavail) &* size
        used = Int64(clamping: status.f_blocks &- status.f_bfree) &* size
    }
}
