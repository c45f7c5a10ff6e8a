import Engine
import Glibc
import LinuxSystem
import Values

/// System.IO.FileInfo and DirectoryInfo: what Get-Item and Get-ChildItem write.
public final class FileItem: Object {
    /// As the user sees it.
    let path: String
    let hostPath: String
    let status: stat
    let linkTarget: String?
    private let windowsStyle: Bool

    init?(_ hostPath: String, _ view: FileSystemView) {
        var status = stat()
        guard lstat(hostPath, &status) == 0 else { return nil }
        linkTarget = status.st_mode & S_IFMT == S_IFLNK ? Files.linkTarget(hostPath) : nil
        if linkTarget != nil {
            var followed = stat()
            // A link shows what it leads to where that can be seen, as PowerShell does.
            if stat(hostPath, &followed) == 0, followed.st_mode & S_IFMT == S_IFDIR {
                status.st_mode = status.st_mode & ~S_IFMT | S_IFDIR
            }
        }
        self.status = status
        self.hostPath = hostPath
        path = view.display(hostPath)
        windowsStyle = view.isWindowsStyle
        super.init()
    }

    var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }
    var separator: Character { windowsStyle ? "\\" : "/" }
    /// `C:\` and `/` are their own names and have no folder above them.
    private var isRoot: Bool { path.last == separator }
    var name: String { isRoot ? path : path.split(separator: separator).last.map(String.init) ?? path }
    var folder: String {
        guard !isRoot, let cut = path.lastIndex(of: separator) else { return "" }
        let above = String(path[..<cut])
        return above.isEmpty || above.last == ":" ? above + String(separator) : above
    }
    var fileExtension: String {
        guard let dot = name.lastIndex(of: "."), !isFolder || dot != name.startIndex else { return "" }
        return String(name[dot...])
    }
    var isHidden: Bool { name.hasPrefix(".") }

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
        return (linkTarget != nil ? "l" : kind) + bits.map { status.st_mode & $0.0 != 0 ? $0.1 : "-" }.joined()
    }

    public override var type: ObjectType {
        if windowsStyle { return isFolder ? Self.windowsFolderType : Self.windowsFileType }
        return isFolder ? Self.folderType : Self.fileType
    }
    public override var stringForm: String? { path }

    private static func item(_ value: Value) -> FileItem? { value.asObject(FileItem.self) }
    private static func member(_ name: String, _ type: String, _ read: @escaping @Sendable (FileItem) -> Value) -> Member {
        .property(name, type) { value in item(value).map(read) ?? .null }
    }
    private static func date(_ time: timespec) -> Value {
        DateTime.local(unixSeconds: Int64(time.tv_sec), nanoseconds: Int64(time.tv_nsec)).boxed
    }
    private static func account(_ name: String?, _ id: UInt32) -> Value { .string(name ?? String(id)) }

    private static let base = ObjectType(
        "System.IO.FileSystemInfo", base: .object,
        members: [
            member("Mode", "string") { .string($0.mode) },
            member("UnixMode", "string") { .string($0.unixMode) },
            member("User", "string") { account(Accounts().user($0.status.st_uid)?.name, $0.status.st_uid) },
            member("Group", "string") { account(Accounts().group($0.status.st_gid)?.name, $0.status.st_gid) },
            member("LinkTarget", "string") { $0.linkTarget.map { .string($0) } ?? .null },
            member("Name", "string") { .string($0.name) },
            member("FullName", "string") { .string($0.path) },
            member("Extension", "string") { .string($0.fileExtension) },
            member("BaseName", "string") { .string($0.isFolder ? $0.name : String($0.name.dropLast($0.fileExtension.count))) },
            member("Exists", "bool") { _ in .bool(true) },
            member("LastWriteTime", "datetime") { date($0.status.st_mtim) },
            member("LastAccessTime", "datetime") { date($0.status.st_atim) },
            member("CreationTime", "datetime") { date($0.status.st_ctim) },
            member("Size", "long") { .long(Int64($0.status.st_size)) },
            member("PSPath", "string") { .string("Microsoft.PowerShell.Core\\FileSystem::" + $0.path) },
            member("PSParentPath", "string") { .string("Microsoft.PowerShell.Core\\FileSystem::" + $0.folder) },
            member("PSChildName", "string") { .string($0.name) },
            member("PSIsContainer", "bool") { .bool($0.isFolder) },
            member("Attributes", "string") { .string($0.isFolder ? "Directory" : $0.isHidden ? "Hidden" : "Normal") },
        ])
    static let fileType = ObjectType(
        "System.IO.FileInfo", base: base,
        members: [
            member("Length", "long") { .long(Int64($0.status.st_size)) }, member("DirectoryName", "string") { .string($0.folder) },
            member("Directory", "string") { .string($0.folder) },
            member("IsReadOnly", "bool") { .bool($0.status.st_mode & S_IWUSR == 0) },
        ])
    static let folderType = ObjectType(
        "System.IO.DirectoryInfo", base: base, members: [member("Parent", "string") { .string($0.folder) }])
    private static let windowsFileType = ObjectType("System.IO.FileInfo#Windows", base: fileType)
    private static let windowsFolderType = ObjectType("System.IO.DirectoryInfo#Windows", base: folderType)
}
