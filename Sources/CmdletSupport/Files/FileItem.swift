import Glibc
import Interpreter
import LinuxSystem
import Values

/// System.IO.FileInfo or DirectoryInfo, as Get-Item and Get-ChildItem write it.
public final class FileItem: Object {
    /// The absolute path as the user sees it: with a drive and backslashes in a Windows-style view.
    package let path: String
    /// The absolute path on the host, for system calls.
    package let hostPath: String
    /// The result of lstat(2) when the object was made or refreshed. The file type of a link to a folder is a folder's.
    package private(set) var status: stat
    /// The target of a symbolic link as readlink(2) gives it; nil if the item is no link.
    package private(set) var linkTarget: String?
    private(set) var exists: Bool
    /// Whether the object is a DirectoryInfo while nothing exists at the path.
    private let meansFolder: Bool
    /// How host paths are displayed.
    let view: FileSystemView
    /// The drive through which the item was reached; nil for the file system's root drive.
    var drive: Drive?
    /// The path as the user wrote it, which is the object's string form; nil if the full path is.
    private let written: String?

    /// The existing item at a path; nil if there is none.
    package init?(_ hostPath: String, _ view: FileSystemView) {
        guard let (status, link) = Self.read(hostPath) else { return nil }
        self.status = status
        linkTarget = link
        exists = true
        meansFolder = false
        self.hostPath = hostPath
        path = view.display(hostPath)
        self.view = view
        written = nil
        super.init()
    }

    /// A FileInfo or DirectoryInfo for a path at which nothing has to exist: `[System.IO.FileInfo]'path'`. A relative one starts where
    /// those of .NET's other file classes do (`MachinePaths`).
    /// - Parameter view: that of the item which leads here; by default the current engine's.
    init(at written: String, isFolder: Bool, _ view: FileSystemView? = nil) {
        let view = view ?? Engine.ofThread?.fileSystem ?? FileSystemView()
        hostPath = written.isEmpty ? view.hostPath(written) : FileSystemView.normalize(MachinePaths(view).host(written))
        path = view.display(hostPath)
        let found = Self.read(hostPath)
        let fits = found.map { ($0.status.st_mode & S_IFMT == S_IFDIR) == isFolder } ?? false
        status = found?.status ?? stat()
        linkTarget = found?.link
        exists = fits
        meansFolder = isFolder
        self.view = view
        self.written = written
        super.init()
    }

    private static func read(_ hostPath: String) -> (status: stat, link: String?)? {
        var status = stat()
        guard lstat(hostPath, &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFLNK else { return (status, nil) }
        var followed = stat()
        // As in PowerShell, a link counts as a folder if it leads to one that can be examined, and otherwise as a file.
        if stat(hostPath, &followed) == 0, followed.st_mode & S_IFMT == S_IFDIR {
            status.st_mode = status.st_mode & ~S_IFMT | S_IFDIR
        }
        return (status, Files.linkTarget(hostPath))
    }

    /// Reads the state of the item anew: FileSystemInfo.Refresh().
    func refresh() {
        let found = Self.read(hostPath)
        exists = found != nil
        if let found { (status, linkTarget) = found }
    }

    /// Whether the item is a folder or a link to one.
    package var isFolder: Bool { exists ? status.st_mode & S_IFMT == S_IFDIR : meansFolder }
    /// The separator of `path`.
    package var separator: Character { view.isWindowsStyle ? "\\" : "/" }
    /// `C:\` and `/` have no folder above them, and their name is the whole path.
    private var isRoot: Bool { path.last == separator }
    /// The last part of the path.
    package var name: String { isRoot ? path : path.split(separator: separator).last.map(String.init) ?? path }
    /// The path of the parent folder; empty for a root.
    var folder: String {
        guard !isRoot, let cut = path.lastIndex(of: separator) else { return "" }
        let above = String(path[..<cut])
        return above.isEmpty || above.last == ":" ? above + String(separator) : above
    }
    /// The extension with its dot, as .NET's Path.GetExtension gives it; empty if there is none.
    var fileExtension: String {
        guard let dot = name.lastIndex(of: ".") else { return "" }
        let text = String(name[dot...])
        return text == "." ? "" : text
    }
    /// The name without its extension; a folder's whole name.
    var baseName: String { isFolder ? name : String(name.dropLast(fileExtension.count)) }
    /// Whether the name begins with a dot.
    package var isHidden: Bool { name.hasPrefix(".") }
    /// Whether no write bit is set: neither the owner's, nor the group's, nor the others'.
    package var isReadOnly: Bool { status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH) == 0 }

    public override var type: ObjectType {
        if view.isWindowsStyle { return isFolder ? FileItemTypes.windowsFolder : FileItemTypes.windowsFile }
        return isFolder ? FileItemTypes.folder : FileItemTypes.file
    }
    public override var stringForm: String? { written ?? path }

    // MARK: Changes

    /// The times that utimensat(2) can set.
    enum Moment { case access, write }

    /// Sets the time of last access or last write.
    /// - Throws: `ValueError` with the reason that utimensat(2) gives.
    func setTime(_ moment: Moment, _ date: DateTime) throws {
        let universal = date.toUniversal()
        let time = timespec(tv_sec: Int(universal.unixSeconds), tv_nsec: Int(universal.ticks % 10_000_000 * 100))
        // UTIME_OMIT (leave the other time as it is): the macro is not imported into Swift.
        let keep = timespec(tv_sec: 0, tv_nsec: (1 << 30) - 2)
        let times = moment == .access ? [time, keep] : [keep, time]
        guard utimensat(AT_FDCWD, hostPath, times, 0) == 0 else { throw failure("set the time of") }
        refresh()
    }

    /// Clears all write bits, or sets the owner's.
    /// - Throws: `ValueError` with the reason that chmod(2) gives.
    package func setReadOnly(_ isOn: Bool) throws {
        let writing = S_IWUSR | S_IWGRP | S_IWOTH
        let mode = status.st_mode & 0o7777
        // Only the owner gets the write bit back: which others had it is not known any more.
        guard chmod(hostPath, isOn ? mode & ~writing : mode | S_IWUSR) == 0 else { throw failure("change") }
        refresh()
    }

    /// The error of a system call that has just failed on the item, from errno.
    /// - Parameter action: a verb that completes "Cannot … 'path'".
    func failure(_ action: String) -> ValueError {
        let reason = errno
        let denied = reason == EACCES || reason == EPERM
        return ValueError(
            denied
                ? "Access to the path '\(path)' is denied." : "Cannot \(action) '\(path)': \(String(cString: strerror(reason))).",
            id: denied ? "UnauthorizedAccess" : "IOError",
            exception: denied
                ? "System.UnauthorizedAccessException"
                : reason == ENOENT ? "System.IO.FileNotFoundException" : "System.IO.IOException",
            category: denied ? "PermissionDenied" : "WriteError")
    }

    // MARK: As tables show it

    /// Windows' five letters, such as `d----` or `-a-h-`; `l` first for a link.
    var mode: String {
        let kind = linkTarget != nil ? "l" : isFolder ? "d" : "-"
        return kind + (isFolder ? "-" : "a") + (status.st_mode & S_IWUSR == 0 ? "r" : "-") + (isHidden ? "h" : "-") + "-"
    }

    /// The mode as ls(1) writes it, such as `drwxr-xr-x`.
    var unixMode: String {
        let kind: String
        switch status.st_mode & S_IFMT {
        case S_IFDIR: kind = "d"
        case S_IFLNK: kind = "l"
        case S_IFCHR: kind = "c"
        case S_IFBLK: kind = "b"
        case S_IFIFO: kind = "p"
        case S_IFSOCK: kind = "s"
        default: kind = "-"
        }
        let bits: [(mode_t, String)] = [
            (S_IRUSR, "r"), (S_IWUSR, "w"), (S_IXUSR, "x"), (S_IRGRP, "r"), (S_IWGRP, "w"), (S_IXGRP, "x"), (S_IROTH, "r"),
            (S_IWOTH, "w"), (S_IXOTH, "x"),
        ]
        var letters = bits.map { status.st_mode & $0.0 != 0 ? $0.1 : "-" }
        for (bit, place, set, alone) in [(S_ISUID, 2, "s", "S"), (S_ISGID, 5, "s", "S"), (S_ISVTX, 8, "t", "T")]
        where status.st_mode & mode_t(bit) != 0 { letters[place] = letters[place] == "x" ? set : alone }
        return (linkTarget != nil ? "l" : kind) + letters.joined()
    }

    /// The attributes that the item has: read-only, hidden, directory and reparse point (a link); `.normal` if none of them.
    package var attributes: FileAttributes {
        var attributes: FileAttributes = []
        if isReadOnly { attributes.insert(.readOnly) }
        if isHidden { attributes.insert(.hidden) }
        if isFolder { attributes.insert(.directory) }
        if linkTarget != nil { attributes.insert(.reparsePoint) }
        return attributes.isEmpty ? .normal : attributes
    }
}
