import Glibc
import Interpreter
import LinuxSystem
import Values

/// System.IO.FileInfo and DirectoryInfo: what Get-Item and Get-ChildItem write.
public final class FileItem: Object {
    /// As the user sees it.
    package let path: String
    package let hostPath: String
    /// As it was when the object was made or refreshed.
    package private(set) var status: stat
    package private(set) var linkTarget: String?
    private(set) var exists: Bool
    /// What it would be, for a path where there is nothing yet.
    private let meansFolder: Bool
    /// How paths are shown.
    let view: FileSystemView
    /// The drive through which it was reached; nil: the file system's own.
    var drive: Drive?
    /// The name as the user wrote it, which is what a text of the object shows; the full path where nil.
    private let written: String?

    /// What is at a path; nil where there is nothing.
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

    /// A path, whether there is something or not: [System.IO.FileInfo]'path'.
    init(at written: String, isFolder: Bool, _ view: FileSystemView = FileSystemView()) {
        hostPath = view.hostPath(written)
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
        // A link shows what it leads to where that can be seen, as PowerShell does.
        if stat(hostPath, &followed) == 0, followed.st_mode & S_IFMT == S_IFDIR {
            status.st_mode = status.st_mode & ~S_IFMT | S_IFDIR
        }
        return (status, Files.linkTarget(hostPath))
    }

    func refresh() {
        let found = Self.read(hostPath)
        exists = found != nil
        if let found { (status, linkTarget) = found }
    }

    package var isFolder: Bool { exists ? status.st_mode & S_IFMT == S_IFDIR : meansFolder }
    package var separator: Character { view.isWindowsStyle ? "\\" : "/" }
    /// `C:\` and `/` are their own names and have no folder above them.
    private var isRoot: Bool { path.last == separator }
    package var name: String { isRoot ? path : path.split(separator: separator).last.map(String.init) ?? path }
    var folder: String {
        guard !isRoot, let cut = path.lastIndex(of: separator) else { return "" }
        let above = String(path[..<cut])
        return above.isEmpty || above.last == ":" ? above + String(separator) : above
    }
    var fileExtension: String {
        guard let dot = name.lastIndex(of: ".") else { return "" }
        let text = String(name[dot...])
        return text == "." ? "" : text
    }
    var baseName: String { isFolder ? name : String(name.dropLast(fileExtension.count)) }
    package var isHidden: Bool { name.hasPrefix(".") }
    /// Whether nobody may write it, as far as the owner's bit says.
    package var isReadOnly: Bool { status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH) == 0 }

    public override var type: ObjectType {
        if view.isWindowsStyle { return isFolder ? FileItemTypes.windowsFolder : FileItemTypes.windowsFile }
        return isFolder ? FileItemTypes.folder : FileItemTypes.file
    }
    public override var stringForm: String? { written ?? path }

    // MARK: Changes

    enum Moment { case access, write }

    func setTime(_ moment: Moment, _ date: DateTime) throws {
        let universal = date.toUniversal()
        let time = timespec(tv_sec: Int(universal.unixSeconds), tv_nsec: Int(universal.ticks % 10_000_000 * 100))
        // UTIME_OMIT, which Swift's importer does not see.
        let keep = timespec(tv_sec: 0, tv_nsec: (1 << 30) - 2)
        let times = moment == .access ? [time, keep] : [keep, time]
        guard utimensat(AT_FDCWD, hostPath, times, 0) == 0 else { throw failure("set the time of") }
        refresh()
    }

    package func setReadOnly(_ isOn: Bool) throws {
        let writing = S_IWUSR | S_IWGRP | S_IWOTH
        let mode = status.st_mode & 0o7777
        // What is made writable again is so for its owner: who else it was for is not known any more.
        guard chmod(hostPath, isOn ? mode & ~writing : mode | S_IWUSR) == 0 else { throw failure("change") }
        refresh()
    }

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

    /// `d----`, as Windows PowerShell shows it; `l` for a link.
    var mode: String {
        let kind = linkTarget != nil ? "l" : isFolder ? "d" : "-"
        return kind + (isFolder ? "-" : "a") + (status.st_mode & S_IWUSR == 0 ? "r" : "-") + (isHidden ? "h" : "-") + "-"
    }

    /// `drwxr-xr-x`.
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

    package var attributes: FileAttributes {
        var attributes: FileAttributes = []
        if isReadOnly { attributes.insert(.readOnly) }
        if isHidden { attributes.insert(.hidden) }
        if isFolder { attributes.insert(.directory) }
        if linkTarget != nil { attributes.insert(.reparsePoint) }
        return attributes.isEmpty ? .normal : attributes
    }
}
