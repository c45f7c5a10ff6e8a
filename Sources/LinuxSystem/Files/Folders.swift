import CLinux
import Glibc

/// Operations on folders.
package enum Folders {
    /// Makes a folder, and those above it that are missing.
    /// - Parameter mode: the mode of each folder made, before the umask.
    /// - Throws: mkdir(2)'s error; a folder that exists is none.
    package static func make(_ path: String, mode: UInt32 = 0o755) throws(SystemError) {
        if mkdir(path, mode) == 0 || errno == EEXIST && Files.isDirectory(path) { return }
        guard errno == ENOENT else { throw .last("make the folder", path) }
        let parent = Files.split(path).folder
        guard parent != path, parent != "." else { throw SystemError(ENOENT, "make the folder", path) }
        try make(parent, mode: mode)
        guard mkdir(path, mode) == 0 || errno == EEXIST && Files.isDirectory(path) else { throw .last("make the folder", path) }
    }

    /// Makes an empty folder, mode 0700, with a random name that begins with the prefix.
    /// - Returns: its path.
    /// - Throws: mkdir(2)'s error.
    package static func makeTemporary(in parent: String = "/tmp", prefix: String = "bulkhead-") throws(SystemError) -> String {
        for _ in 0..<64 {
            let path = "\(parent)/\(prefix)\(String(UInt64.random(in: 0 ... .max), radix: 36))"
            if mkdir(path, 0o700) == 0 { return path }
            guard errno == EEXIST else { throw .last("make the folder", path) }
        }
        throw SystemError(EEXIST, "make a temporary folder in", parent)
    }

    /// The names in a folder, sorted, without `.` and `..`. Bytes of a name that are no UTF-8 become U+FFFD.
    /// - Throws: the error of open(2).
    package static func names(in path: String) throws(SystemError) -> [String] {
        try names(of: try Descriptor.open(path, O_RDONLY | O_DIRECTORY), path)
    }

    static func names(of folder: Descriptor, _ path: String) throws(SystemError) -> [String] {
        try rawNames(of: folder, path).map { $0.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" } }
            .sorted()
    }

    /// The names in a folder as the kernel has them, each with its closing zero byte: a name need not be UTF-8.
    private static func rawNames(of folder: Descriptor, _ path: String) throws(SystemError) -> [[CChar]] {
        let copy = try folder.duplicate().release()
        guard let stream = fdopendir(copy) else {
            let error = SystemError.last("list", path)
            close(copy)
            throw error
        }
        defer { closedir(stream) }
        let dot = CChar(bitPattern: UInt8(ascii: "."))
        var names: [[CChar]] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                    Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
                }
            }
            if name != [dot, 0], name != [dot, dot, 0] { names.append(name) }
        }
        return names
    }

    /// Removes a folder and everything in it, or a file. Symbolic links are removed, not followed. A path that does not exist is no
    /// error.
    /// - Throws: `EXDEV` if another file system is mounted below the folder (what was removed before stays removed), or the error
    ///   of the call that failed.
    package static func removeTree(_ path: String) throws(SystemError) {
        let (parent, name) = Files.split(path)
        let folder: Descriptor
        do {
            folder = try Descriptor.open(parent, O_RDONLY | O_DIRECTORY)
        } catch {
            if error.number == ENOENT { return }
            throw error
        }
        var status = stat()
        guard fstatat(folder.raw, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { return }
            throw .last("stat", path)
        }
        guard clinux_is_directory(status.st_mode) != 0 else {
            guard unlinkat(folder.raw, name, 0) == 0 || errno == ENOENT else { throw .last("remove", path) }
            return
        }
        try removeTree(name, in: folder, device: status.st_dev, path: path)
    }

    /// Iterative, with its own stack of open folders, because a container may nest folders deeper than a thread's stack allows.
    /// Folders nested more than `most` levels deep are moved up to the top folder, so that the number of open descriptors stays
    /// bounded. Names are bytes here: one that is no UTF-8 would not be found again by its repaired text, and the folder never become empty.
    private static func removeTree(_ name: String, in parent: Descriptor, device: dev_t, path: String) throws(SystemError) {
        struct Level {
            var name: [CChar]
            var folder: Descriptor
            var names: [[CChar]]
        }
        let most = 200
        /// How often a folder may have to be listed again because it was not empty: by entries moved up, and by whoever still writes there.
        var relistings = 100_000
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW
        let top = try parent.open(name, flags)
        var levels = [Level(name: name.utf8CString.map { $0 }, folder: top, names: try rawNames(of: top, path))]
        var moved: UInt64 = 0
        while let level = levels.last {
            guard let entry = level.names.last else {
                levels.removeLast()
                let above = levels.last?.folder ?? parent
                guard unlinkat(above.raw, level.name, AT_REMOVEDIR) == 0 || errno == ENOENT else {
                    if errno == ENOTEMPTY || errno == EEXIST {
                        // Entries were moved up here, or somebody made new ones: list the folder again.
                        let again = try above.open(level.name, flags)
                        let rest = try rawNames(of: again, path)
                        relistings -= 1
                        guard !rest.isEmpty, relistings > 0 else { throw .last("remove", path) }
                        levels.append(Level(name: level.name, folder: again, names: rest))
                        continue
                    }
                    throw .last("remove", path)
                }
                continue
            }
            levels[levels.count - 1].names.removeLast()
            if unlinkat(level.folder.raw, entry, 0) == 0 || errno == ENOENT { continue }
            guard errno == EISDIR || errno == EPERM else { throw .last("remove", "\(path)/…/\(shown(entry))") }
            if levels.count >= most {
                moved &+= 1
                let name = ".removing-\(moved)"
                guard renameat(level.folder.raw, entry, top.raw, name) == 0 else { throw .last("move", shown(entry)) }
                levels[0].names.append(name.utf8CString.map { $0 })
                continue
            }
            let child = try level.folder.open(entry, flags)
            guard try child.status().st_dev == device else {
                throw SystemError(EXDEV, "remove a mounted folder", "\(path)/…/\(shown(entry))")
            }
            levels.append(Level(name: entry, folder: child, names: try rawNames(of: child, path)))
        }
    }

    private static func shown(_ name: [CChar]) -> String {
        name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }
}
