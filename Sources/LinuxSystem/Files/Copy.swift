import CLinux
import Glibc

extension Files {
    /// Copies a file's bytes to a new file; links are followed at the source, never at the target.
    ///
    /// - Returns: the number of bytes.
    @discardableResult
    package static func copy(_ source: String, to target: String, mode: UInt32) throws(SystemError) -> UInt64 {
        let input = try Descriptor.open(source, O_RDONLY)
        let output = try Descriptor.open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
        var total: UInt64 = 0
        while let bytes = try readSome(input.raw, atMost: 1 << 20) {
            try writeFully(output.raw, bytes)
            total += UInt64(bytes.count)
        }
        // The umask has taken its part of the mode.
        guard fchmod(output.raw, mode) == 0 else { throw .last("set the mode of", target) }
        return total
    }

    package static func setMode(_ path: String, _ mode: UInt32) throws(SystemError) {
        guard chmod(path, mode) == 0 else { throw .last("set the mode of", path) }
    }

    /// Changes the owner; a link itself where the path is one.
    package static func setOwner(_ path: String, user: UInt32, group: UInt32) throws(SystemError) {
        guard lchown(path, user, group) == 0 else { throw .last("set the owner of", path) }
    }

    /// Makes all that was written to the path's file system last through a crash of the machine (syncfs).
    package static func syncFileSystem(_ path: String) throws(SystemError) {
        let file = try Descriptor.open(path, O_RDONLY)
        guard clinux_syncfs(file.raw) == 0 else { throw .last("sync the file system of", path) }
    }
}
