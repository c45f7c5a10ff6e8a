import CLinux
import Glibc

extension Files {
    /// Copies the content of a file to a new file. A symbolic link is followed at the source, never at the target.
    /// - Parameter mode: the new file's mode; the umask does not apply.
    /// - Returns: the number of bytes copied.
    /// - Throws: `EEXIST` if the target exists, or the error of the call that failed.
    @discardableResult
    package static func copy(_ source: String, to target: String, mode: UInt32) throws(SystemError) -> UInt64 {
        let input = try Descriptor.open(source, O_RDONLY)
        let output = try Descriptor.open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
        var total: UInt64 = 0
        while let bytes = try readSome(input.raw, atMost: 1 << 20) {
            try writeFully(output.raw, bytes)
            total += UInt64(bytes.count)
        }
        // open(2) applied the umask to the mode.
        guard fchmod(output.raw, mode) == 0 else { throw .last("set the mode of", target) }
        return total
    }

    /// chmod(2).
    /// - Throws: chmod(2)'s error.
    package static func setMode(_ path: String, _ mode: UInt32) throws(SystemError) {
        guard chmod(path, mode) == 0 else { throw .last("set the mode of", path) }
    }

    /// lchown(2): changes the owner and group of a file, or of a symbolic link itself.
    /// - Throws: lchown(2)'s error.
    package static func setOwner(_ path: String, user: UInt32, group: UInt32) throws(SystemError) {
        guard lchown(path, user, group) == 0 else { throw .last("set the owner of", path) }
    }

    /// syncfs(2): writes everything of the path's file system to its device, so that it survives a crash of the machine.
    /// - Throws: the error of open(2) or syncfs(2).
    package static func syncFileSystem(_ path: String) throws(SystemError) {
        let file = try Descriptor.open(path, O_RDONLY)
        guard clinux_syncfs(file.raw) == 0 else { throw .last("sync the file system of", path) }
    }
}
