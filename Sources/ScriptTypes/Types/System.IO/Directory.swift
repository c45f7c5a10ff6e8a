import Glibc
import Interpreter
import LinuxSystem
import Values

/// System.IO.Directory, over the paths of a session.
struct DirectoryType: Sendable {
    let paths: MachinePaths
    private var file: FileType { FileType(paths: paths) }

    private func isFolder(_ path: String) -> Bool {
        var info = stat()
        return stat(paths.host(path), &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    private func missing(_ path: String) -> ValueError {
        ValueError(
            "Could not find a part of the path '\(paths.full(path))'.", id: "DirectoryNotFoundException",
            exception: "System.IO.DirectoryNotFoundException", category: "NotSpecified")
    }

    /// Makes a folder the one that relative paths of .NET's classes start from. The process's own stays as it is.
    /// - Throws: `ValueError` if it does not exist.
    func setCurrent(_ path: String) throws {
        guard isFolder(path) else { throw missing(path) }
        Engine.ofThread?.fileSystem.machineLocation = FileSystemView.normalize(paths.host(path))
    }

    /// Paths below a folder that fit a pattern.
    private func list(_ arguments: Arguments, folders: Bool, files: Bool) throws -> Value {
        let path = arguments.string(0)
        guard isFolder(path) else { throw missing(path) }
        let pattern = Wildcard(arguments.count > 1 && !arguments.string(1).isEmpty ? arguments.string(1) : "*", ignoreCase: false)
        let recurses = arguments.string(2).lowercased().contains("all") || arguments.string(2) == "1"
        var found: [Value] = []
        var waiting = [path]
        // Links are not followed: a folder that leads back to itself would never end.
        while let folder = waiting.popLast() {
            for name in ((try? Folders.names(in: paths.host(folder))) ?? []).sorted() {
                let child =
                    folder.last.map { paths.separates($0) } == true ? folder + name : folder + String(paths.separator) + name
                let isFolder = isFolder(child)
                if isFolder ? folders : files, pattern.matches(name) { found.append(.string(child)) }
                if isFolder, recurses, Files.linkTarget(paths.host(child)) == nil { waiting.append(child) }
            }
        }
        return .array(ArrayObject(found, of: .string))
    }

    private func lister(_ name: String, folders: Bool, files: Bool) -> Member {
        .function(name, "string path", "string searchPattern?", "object searchOption?", returns: "string[]") {
            try list($0, folders: folders, files: files)
        }
    }

    var type: ObjectType {
        ObjectType(
            "System.IO.Directory", base: .object,
            statics: [
                .function("Exists", "string path", returns: "bool") { .bool(isFolder($0.string(0))) },
                .function("CreateDirectory", "string path", returns: "object") { arguments in
                    let path = arguments.string(0)
                    try file.using(path) { () throws(SystemError) in try Folders.make(paths.host(paths.full(path))) }
                    return .string(paths.full(path))
                },
                .function("Delete", "string path", "bool recursive?", returns: "void") { arguments in
                    let path = arguments.string(0)
                    guard isFolder(path) else { throw missing(path) }
                    guard arguments.bool(1) || ((try? Folders.names(in: paths.host(path))) ?? []).isEmpty else {
                        throw ValueError(
                            "Directory not empty : '\(paths.full(path))'", id: "IOException", exception: "System.IO.IOException",
                            category: "NotSpecified")
                    }
                    try file.using(path) { () throws(SystemError) in try Folders.removeTree(paths.host(path)) }
                    return .nothing
                },
                lister("GetFiles", folders: false, files: true), lister("GetDirectories", folders: true, files: false),
                lister("GetFileSystemEntries", folders: true, files: true), lister("EnumerateFiles", folders: false, files: true),
                lister("EnumerateDirectories", folders: true, files: false),
                lister("EnumerateFileSystemEntries", folders: true, files: true),
                .function("GetCurrentDirectory", returns: "string") { _ in .string(paths.current) },
                .function("SetCurrentDirectory", "string path", returns: "void") { arguments in
                    try setCurrent(arguments.string(0))
                    return .nothing
                },
                .function("GetParent", "string path", returns: "object") { arguments in
                    let full = paths.full(arguments.string(0))
                    let root = paths.root(of: full)
                    guard full != root, let cut = full.lastIndex(where: { paths.separates($0) }) else { return .null }
                    return .string(full[..<cut].count < root.count ? root : String(full[..<cut]))
                },
                .function("Move", "string sourceDirName", "string destDirName", returns: "void") { arguments in
                    let (source, target) = (arguments.string(0), arguments.string(1))
                    try file.using(source) { () throws(SystemError) in
                        guard rename(paths.host(source), paths.host(target)) == 0 else { throw SystemError.last("rename", source) }
                    }
                    return .nothing
                },
            ])
    }
}

@section("bulkhead_session_types") @used private let registration: SessionTypeRegistrar = {
    $0.addOfSession("System.IO.Directory") { session in DirectoryType(paths: session.paths).type }
}
