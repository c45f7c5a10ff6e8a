import Glibc
import LinuxSystem
import Values

/// System.IO.Directory.
enum DirectoryType {
    private static func isFolder(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    private static func missing(_ path: String) -> ValueError {
        ValueError(
            "Could not find a part of the path '\(PathType.full(path))'.", id: "DirectoryNotFoundException",
            exception: "System.IO.DirectoryNotFoundException", category: "NotSpecified")
    }

    /// Paths below a folder that fit a pattern.
    private static func list(_ arguments: Arguments, folders: Bool, files: Bool) throws -> Value {
        let path = arguments.string(0)
        guard isFolder(path) else { throw missing(path) }
        let pattern = Wildcard(arguments.count > 1 && !arguments.string(1).isEmpty ? arguments.string(1) : "*", ignoreCase: false)
        let recurses = arguments.string(2).lowercased().contains("all") || arguments.string(2) == "1"
        var found: [Value] = []
        var waiting = [path]
        // Links are not followed: a folder that leads back to itself would never end.
        while let folder = waiting.popLast() {
            for name in ((try? Folders.names(in: folder)) ?? []).sorted() {
                let child = folder.hasSuffix("/") ? folder + name : folder + "/" + name
                let isFolder = isFolder(child)
                if isFolder ? folders : files, pattern.matches(name) { found.append(.string(child)) }
                if isFolder, recurses, Files.linkTarget(child) == nil { waiting.append(child) }
            }
        }
        return .array(ArrayObject(found, of: .string))
    }

    private static func lister(_ name: String, folders: Bool, files: Bool) -> Member {
        .function(name, "string path", "string searchPattern?", "object searchOption?", returns: "string[]") {
            try list($0, folders: folders, files: files)
        }
    }

    static let searchOption = ObjectType.enumeration("System.IO.SearchOption", Enumeration(["TopDirectoryOnly", "AllDirectories"]))

    static let type = ObjectType(
        "System.IO.Directory", base: .object,
        statics: [
            .function("Exists", "string path", returns: "bool") { .bool(isFolder($0.string(0))) },
            .function("CreateDirectory", "string path", returns: "object") { arguments in
                let path = arguments.string(0)
                try FileType.using(path) { () throws(SystemError) in try Folders.make(PathType.full(path)) }
                return .string(PathType.full(path))
            },
            .function("Delete", "string path", "bool recursive?", returns: "void") { arguments in
                let path = arguments.string(0)
                guard isFolder(path) else { throw missing(path) }
                guard arguments.bool(1) || ((try? Folders.names(in: path)) ?? []).isEmpty else {
                    throw ValueError(
                        "Directory not empty : '\(PathType.full(path))'", id: "IOException", exception: "System.IO.IOException",
                        category: "NotSpecified")
                }
                try FileType.using(path) { () throws(SystemError) in try Folders.removeTree(path) }
                return .nothing
            },
            lister("GetFiles", folders: false, files: true), lister("GetDirectories", folders: true, files: false),
            lister("GetFileSystemEntries", folders: true, files: true), lister("EnumerateFiles", folders: false, files: true),
            lister("EnumerateDirectories", folders: true, files: false),
            lister("EnumerateFileSystemEntries", folders: true, files: true),
            .function("GetCurrentDirectory", returns: "string") { _ in .string(PathType.full(".")) },
            .function("SetCurrentDirectory", "string path", returns: "void") { arguments in
                guard chdir(arguments.string(0)) == 0 else { throw missing(arguments.string(0)) }
                return .nothing
            },
            .function("GetParent", "string path", returns: "object") { arguments in
                let full = PathType.full(arguments.string(0))
                guard full != "/", let cut = full.lastIndex(of: "/") else { return .null }
                return .string(cut == full.startIndex ? "/" : String(full[..<cut]))
            },
            .function("Move", "string sourceDirName", "string destDirName", returns: "void") { arguments in
                let (source, target) = (arguments.string(0), arguments.string(1))
                try FileType.using(source) { () throws(SystemError) in
                    guard rename(source, target) == 0 else { throw SystemError.last("rename", source) }
                }
                return .nothing
            },
        ])
}
