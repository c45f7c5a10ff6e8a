import CLinux
import Glibc

/// Operations on whole files. Paths may be relative to the process's folder. Symbolic links are followed unless a function says
/// otherwise.
package enum Files {
    /// Reads a whole file.
    /// - Parameter limit: the most bytes to read.
    /// - Throws: `EFBIG` if the file is larger, or the error of open(2) or read(2).
    package static func read(_ path: String, limit: Int = 16 << 20) throws(SystemError) -> [UInt8] {
        let file = try Descriptor.open(path, O_RDONLY)
        do {
            return try readToEnd(file.raw, limit: limit)
        } catch {
            throw SystemError(error.number, "read", path)
        }
    }

    /// Reads a whole file as UTF-8; invalid sequences become U+FFFD.
    /// - Parameter limit: the most bytes to read.
    /// - Throws: as `read(_:limit:)`.
    package static func readText(_ path: String, limit: Int = 16 << 20) throws(SystemError) -> String {
        String(decoding: try read(path, limit: limit), as: UTF8.self)
    }

    /// Writes text to a file that exists, in one write if the kernel takes it at once: control files of cgroups and sysctls act on
    /// each write.
    /// - Throws: the error of open(2) or write(2).
    package static func write(_ text: String, toExisting path: String) throws(SystemError) {
        let file = try Descriptor.open(path, O_WRONLY)
        do {
            try writeFully(file.raw, text)
        } catch {
            throw SystemError(error.number, "write", path)
        }
    }

    /// Writes a file, which is created or truncated. After a crash it may be incomplete; see `replace(_:with:mode:durable:)`.
    /// - Parameter mode: the mode of a file that is created, before the umask.
    /// - Throws: `ELOOP` if the path is a symbolic link, or the error of open(2) or write(2).
    package static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o600) throws(SystemError) {
        let file = try Descriptor.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode: mode)
        do {
            try writeFully(file.raw, bytes)
        } catch {
            throw SystemError(error.number, "write", path)
        }
    }

    /// Replaces a file's content atomically: readers, and a machine that crashes at any moment, see either the old content or the
    /// new. Writes a temporary file in the same folder, syncs it, renames it and syncs the folder.
    /// - Parameters:
    ///   - mode: the new file's mode, before the umask.
    ///   - durable: false to omit both syncs, for files that need not survive a crash of the machine (runtime folders).
    /// - Throws: the error of the call that failed; the old file is then unchanged, except if only the folder's sync failed.
    package static func replace(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o600, durable: Bool = true) throws(SystemError)
    {
        let (folder, name) = split(path)
        let temporary = "\(folder)/.\(name).\(getpid()).\(UInt32.random(in: 0 ... .max))"
        let file = try Descriptor.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
        do throws(SystemError) {
            do {
                try writeFully(file.raw, bytes)
            } catch {
                throw SystemError(error.number, "write", path)
            }
            if durable, fsync(file.raw) != 0 { throw SystemError.last("sync", path) }
            try rename(temporary, path)
            if durable { try syncFolder(folder) }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// rename(2).
    /// - Throws: rename(2)'s error.
    package static func rename(_ old: String, _ new: String) throws(SystemError) {
        guard Glibc.rename(old, new) == 0 else { throw .last("rename to \(new)", old) }
    }

    /// fsync(2) on a folder: its entries, new, renamed and removed ones, survive a crash of the machine.
    /// - Throws: the error of open(2) or fsync(2).
    package static func syncFolder(_ path: String) throws(SystemError) {
        let folder = try Descriptor.open(path, O_RDONLY | O_DIRECTORY)
        guard fsync(folder.raw) == 0 else { throw .last("sync", path) }
    }

    /// unlink(2); a file that does not exist is no error.
    /// - Throws: unlink(2)'s error, except `ENOENT`.
    package static func remove(_ path: String) throws(SystemError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw .last("remove", path) }
    }

    /// link(2): makes a hard link at `path` to the file `target`.
    /// - Throws: link(2)'s error.
    package static func link(_ path: String, to target: String) throws(SystemError) {
        guard Glibc.link(target, path) == 0 else { throw .last("link", path) }
    }

    /// symlink(2): makes a symbolic link at `path` with the content `target`.
    /// - Throws: symlink(2)'s error.
    package static func symlink(_ path: String, to target: String) throws(SystemError) {
        guard Glibc.symlink(target, path) == 0 else { throw .last("link", path) }
    }

    /// The content of a symbolic link, at most 4096 bytes; nil if the path is no link.
    package static func linkTarget(_ path: String) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
            guard let base = buffer.baseAddress else { return nil }
            let size = readlink(path, base, 4096)
            guard size >= 0 else { return nil }
            return String(decoding: UnsafeRawBufferPointer(start: base, count: size), as: UTF8.self)
        }
    }

    /// Whether something exists at the path; a symbolic link must lead to something.
    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether a folder, or a link to one, is at the path.
    package static func isDirectory(_ path: String) -> Bool {
        var result = stat()
        return stat(path, &result) == 0 && clinux_is_directory(result.st_mode) != 0
    }

    /// Whether a status is that of a folder.
    package static func isDirectory(_ status: stat) -> Bool { clinux_is_directory(status.st_mode) != 0 }
    /// Whether a status is that of a regular file.
    package static func isRegular(_ status: stat) -> Bool { clinux_is_regular(status.st_mode) != 0 }

    /// stat(2), or lstat(2).
    /// - Returns: nil if nothing exists at the path.
    /// - Throws: the call's error, except `ENOENT` and `ENOTDIR`.
    package static func status(_ path: String, followingLinks: Bool = true) throws(SystemError) -> stat? {
        var result = stat()
        if (followingLinks ? stat(path, &result) : lstat(path, &result)) == 0 { return result }
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw .last("stat", path)
    }

    /// Splits a path at its last slash: `/a/b` gives `/a` and `b`, `/a` gives `/` and `a`, `b` gives `.` and `b`.
    package static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = path[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
    }
}

extension Files {
    /// realpath(3): the absolute path without symbolic links; nil if nothing exists at the path.
    package static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
