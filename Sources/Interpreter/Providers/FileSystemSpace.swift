import Glibc

/// The used and free bytes of a file system (statvfs(3)).
package struct FileSystemSpace {
    /// The bytes in use.
    package let used: Int64
    /// The bytes that an unprivileged user can still use.
    package let free: Int64

    /// nil where statvfs(3) fails.
    package init?(_ path: String) {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        let size = Int64(clamping: status.f_frsize)
        free = Int64(clamping: status.f_bavail) &* size
        used = Int64(clamping: status.f_blocks &- status.f_bfree) &* size
    }
}
