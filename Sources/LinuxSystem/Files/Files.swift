import CLinux
import Glibc

/// Whole-file operations. Paths are taken as they are; links are followed unless a function says otherwise.
package enum Files {
    /// The whole file; `EFBIG` where it is larger than `limit` bytes.
    package static func read(_ path: String, limit: Int = 16 << 20) throws(SystemError) -> [UInt8] {
        let file = try Descriptor.open(path, O_RDONLY)
        do {
            return try readToEnd(file.raw, limit: limit)
        } catch {
            throw SystemError(error.number, "read", path)
        }
    }

    /// The whole file as text, with U+FFFD for what is not UTF-8.
    package static func readText(_ path: String, limit: Int = 16 << 20) throws(SystemError) -> String {
        String(decoding: try read(path, limit: limit), as: UTF8.self)
    }

    /// Writes an existing special file (a cgroup's, a sysctl) in one write.
    package static func write(_ text: String, toExisting path: String) throws(SystemError) {
        let file = try Descriptor.open(path, O_WRONLY)
        do {
            try writeFully(file.raw, text)
        } catch {
            throw SystemError(error.number, "write", path)
        }
    }

    /// Makes or overwrites a file, without any promise about a crash in the middle.
    package static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o600) throws(SystemError) {
        let file = try Descriptor.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode: mode)
        do {
            try writeFully(file.raw, bytes)
        } catch {
            throw SystemError(error.number, "write", path)
        }
    }

    /// Replaces a file so that a reader, and a machine that crashes at any moment, has either the old content or the new one:
    /// temporary file, fsync, rename, fsync of the folder.
    ///
    /// - Parameter durable: false leaves out both fsyncs, for what does not outlive a crash of the machine anyway (runtime folders).
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

    package static func rename(_ old: String, _ new: String) throws(SystemError) {
        guard Glibc.rename(old, new) == 0 else { throw .last("rename to \(new)", old) }
    }

    /// Makes the entries of a folder last through a crash of the machine.
    package static func syncFolder(_ path: String) throws(SystemError) {
        let folder = try Descriptor.open(path, O_RDONLY | O_DIRECTORY)
        guard fsync(folder.raw) == 0 else { throw .last("sync", path) }
    }

    /// Removes a file; one that is not there is no error.
    package static func remove(_ path: String) throws(SystemError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw .last("remove", path) }
    }

    package static func link(_ path: String, to target: String) throws(SystemError) {
        guard Glibc.link(target, path) == 0 else { throw .last("link", path) }
    }

    package static func symlink(_ path: String, to target: String) throws(SystemError) {
        guard Glibc.symlink(target, path) == 0 else { throw .last("link", path) }
    }

    /// What a link says; nil where the path is no link or not there.
    package static func linkTarget(_ path: String) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
            guard let base = buffer.baseAddress else { return nil }
            let size = readlink(path, base, 4096)
            guard size >= 0 else { return nil }
            return String(decoding: UnsafeRawBufferPointer(start: base, count: size), as: UTF8.self)
        }
    }

    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    package static func isDirectory(_ path: String) -> Bool {
        var result = stat()
        return stat(path, &result) == 0 && clinux_is_directory(result.st_mode) != 0
    }

    package static func isDirectory(_ status: stat) -> Bool { clinux_is_directory(status.st_mode) != 0 }
    package static func isRegular(_ status: stat) -> Bool { clinux_is_regular(status.st_mode) != 0 }

    /// stat(2), or lstat(2); nil where the path is not there.
    package static func status(_ path: String, followingLinks: Bool = true) throws(SystemError) -> stat? {
        var result = stat()
        if (followingLinks ? stat(path, &result) : lstat(path, &result)) == 0 { return result }
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw .last("stat", path)
    }

    /// The folder and the last component: `/a/b` gives `/a` and `b`, `b` gives `.` and `b`.
    package static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = path[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
    }
}

extension Files {
    /// A path with all links in it resolved; nil where there is nothing.
    package static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
