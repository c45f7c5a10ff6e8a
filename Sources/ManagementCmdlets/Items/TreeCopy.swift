import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// Copies files and folders below a source for Copy-Item, with modes and times. Links below a folder are copied as links.
struct TreeCopy {
    let view: FileSystemView
    let force: Bool
    let runtime: any CmdletRuntime
    /// Whether a file with this name below a folder is copied.
    var accepts: (String) -> Bool = { _ in true }
    /// Called with the host path of each copy that was made.
    var made: (String) throws -> Void = { _ in }

    /// Copies a file; an existing one is replaced.
    /// - Throws: `ValueError` if source and target are the same file, if the target is read-only and `force` is not set, or if the
    ///   copy fails.
    func copyFile(_ item: FileItem, to target: String) throws {
        let shown = view.display(target)
        if Files.resolved(item.hostPath) == Files.resolved(target), Files.resolved(target) != nil {
            throw ValueError(
                "Cannot overwrite the item \(item.path) with itself.", id: "CopyError", exception: "System.IO.IOException",
                category: "WriteError")
        }
        do {
            if let before = FileItem(target, view) {
                if before.isReadOnly, !force {
                    throw ValueError(
                        "Access to the path '\(shown)' is denied.", id: "CopyFileInfoItemUnauthorizedAccessError",
                        exception: "System.UnauthorizedAccessException", category: "PermissionDenied")
                }
                try Files.remove(target)
            }
            // A link that is named itself is followed, as cp(1) does.
            var status = stat()
            guard stat(item.hostPath, &status) == 0 else { throw SystemError.last("copy", item.hostPath) }
            try Files.copy(item.hostPath, to: target, mode: UInt32(status.st_mode & 0o7777))
            _ = utimensat(AT_FDCWD, target, [status.st_atim, status.st_mtim], 0)
        } catch let error as SystemError {
            throw failure(error, "CopyFileInfoItem", target)
        }
        try made(target)
    }

    /// Makes a copy of a folder. Errors of the files below it are non-terminating.
    /// - Parameter recursive: whether what is in the folder is copied too.
    /// - Throws: `ValueError` if the target is the source or below it, or if the folder cannot be made; `PipelineStopped`.
    func copyFolder(_ item: FileItem, to target: String, recursive: Bool, depth: Int = 0) throws {
        try runtime.checkStop()
        // Copying a folder into itself would never end.
        guard depth < 512, target != item.hostPath, !target.hasPrefix(item.hostPath + "/") || depth > 0 else {
            throw ValueError(
                "Destination path cannot be a subdirectory of the source or the source itself: \(view.display(target)).",
                id: "CopyError",
                exception: "System.IO.IOException", category: "WriteError")
        }
        let names: [String]
        let isMade: Bool
        do throws(SystemError) {
            let isNew = FileItem(target, view) == nil
            names = recursive ? try Folders.names(in: item.hostPath).sorted() : []
            try Folders.make(target, mode: UInt32(item.status.st_mode & 0o777))
            isMade = isNew
        } catch {
            throw failure(error, "CopyDirectoryInfoItem", target)
        }
        if isMade { try made(target) }
        for name in names {
            guard let child = FileItem(PathResolver.join(item.hostPath, name), view) else { continue }
            let place = PathResolver.join(target, name)
            do {
                if let link = child.linkTarget {
                    do {
                        if FileItem(place, view) != nil { try Files.remove(place) }
                        try Files.symlink(place, to: link)
                    } catch { throw failure(error, "CopyFileInfoItem", place) }
                } else if child.isFolder {
                    try copyFolder(child, to: place, recursive: true, depth: depth + 1)
                } else if accepts(name) {
                    try copyFile(child, to: place)
                }
            } catch let error as ValueError {
                try runtime.writeError(.wrapping(error))
            }
        }
    }

    private func failure(_ error: SystemError, _ prefix: String, _ target: String) -> ValueError {
        let shown = view.display(target)
        switch error.number {
        case EACCES, EPERM, EROFS:
            return ValueError(
                "Access to the path '\(shown)' is denied.", id: prefix + "UnauthorizedAccessError",
                exception: "System.UnauthorizedAccessException", category: "PermissionDenied")
        case ENOENT, ENOTDIR:
            return ValueError(
                "Could not find a part of the path '\(shown)'.", id: prefix + "IOError",
                exception: "System.IO.DirectoryNotFoundException",
                category: "WriteError")
        default:
            return ValueError(
                "Cannot copy to '\(shown)': \(error.description)", id: prefix + "IOError", exception: "System.IO.IOException",
                category: "WriteError")
        }
    }
}
