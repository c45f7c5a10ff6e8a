import CmdletKit
import Glibc
import Interpreter
import LinuxSystem
import Values

/// The types of `FileItem`, with the members of System.IO.FileInfo and System.IO.DirectoryInfo and those that PowerShell adds.
enum FileItemTypes {
    private static func item(_ value: Value) -> FileItem? { value.asObject(FileItem.self) }

    private static func member(_ name: String, _ type: String, _ read: @escaping @Sendable (FileItem) -> Value) -> Member {
        .property(name, type) { value in item(value).map(read) ?? .null }
    }

    private static func date(_ time: timespec) -> DateTime {
        DateTime.local(unixSeconds: Int64(time.tv_sec), nanoseconds: Int64(time.tv_nsec))
    }

    private static func time(
        _ name: String, _ moment: FileItem.Moment, universal: Bool = false, _ read: @escaping @Sendable (stat) -> timespec
    ) -> Member {
        .property(
            name, "datetime", set: { value, date in try item(value)?.setTime(moment, try DateTime.fromArgument(date)) },
            { value in
                guard let item = item(value) else { return .null }
                let local = date(read(item.status))
                return (universal ? local.toUniversal() : local).boxed
            })
    }

    private static func account(_ name: String?, _ id: UInt32) -> Value { .string(name ?? String(id)) }
    private static func folder(above item: FileItem) -> Value {
        item.folder.isEmpty ? .null : .object(FileItem(at: item.folder, isFolder: true, item.view))
    }

    private static func action(
        _ name: String, _ parameters: String..., body: @escaping @Sendable (FileItem, Arguments) throws -> Value
    ) -> Overload {
        Overload(parameters, returns: "void") { value, arguments in try item(value).map { try body($0, arguments) } ?? .null }
    }

    /// NameString, the name as listings show it, in the colours of `$PSStyle.FileInfo`.
    private static func nameString(_ item: FileItem) -> String {
        let target = item.linkTarget
        let arrow = target.map { " -> " + $0 } ?? ""
        guard let style = item.view.style else { return item.name + arrow }
        let files = style.fileInfo
        let sequence =
            if target != nil { files["SymbolicLink"] } else if item.isFolder {
                files["Directory"]
            } else if let code = files.extensions[item.fileExtension] { code } else if item.status.st_mode & 0o111 != 0 {
                files["Executable"]
            } else { "" }
        return style.wrap(item.name, in: sequence) + arrow
    }

    private static let base = ObjectType(
        "System.IO.FileSystemInfo", base: .object,
        members: [
            member("Mode", "string") { .string($0.mode) },
            member("UnixMode", "string") { .string($0.unixMode) },
            member("User", "string") { account(Accounts().user($0.status.st_uid)?.name, $0.status.st_uid) },
            member("Group", "string") { account(Accounts().group($0.status.st_gid)?.name, $0.status.st_gid) },
            member("Size", "long") { .long(Int64($0.status.st_size)) },
            member("LinkTarget", "string") { $0.linkTarget.map { .string($0) } ?? .null },
            member("Target", "string") { $0.linkTarget.map { .string($0) } ?? .null },
            member("LinkType", "string") { item in
                item.linkTarget != nil
                    ? .string("SymbolicLink") : !item.isFolder && item.status.st_nlink > 1 ? .string("HardLink") : .null
            },
            member("ResolvedTarget", "string") { .string(resolved($0)) },
            member("Name", "string") { .string($0.name) },
            member("NameString", "string") { .string(nameString($0)) },
            member("FullName", "string") { .string($0.path) },
            member("Extension", "string") { .string($0.fileExtension) },
            member("BaseName", "string") { .string($0.baseName) },
            member("Exists", "bool") { .bool($0.exists) },
            time("CreationTime", .write) { $0.st_ctim }, time("CreationTimeUtc", .write, universal: true) { $0.st_ctim },
            time("LastAccessTime", .access) { $0.st_atim }, time("LastAccessTimeUtc", .access, universal: true) { $0.st_atim },
            time("LastWriteTime", .write) { $0.st_mtim }, time("LastWriteTimeUtc", .write, universal: true) { $0.st_mtim },
            .property(
                "Attributes", "System.IO.FileAttributes",
                set: { value, wanted in
                    guard let item = item(value) else { return }
                    let attributes = try FileAttributes(wanted)
                    if attributes.contains(.readOnly) != item.isReadOnly { try item.setReadOnly(attributes.contains(.readOnly)) }
                }, { item($0)?.attributes.boxed ?? .null }),
            member("UnixFileMode", "int") { .int(Int32($0.status.st_mode & 0o7777)) },
            member("PSPath", "string") { .string(ItemProperties.path($0.path)) },
            member("PSParentPath", "string") { .string($0.folder.isEmpty ? "" : ItemProperties.path($0.folder)) },
            member("PSChildName", "string") { .string($0.name) },
            member("PSDrive", "System.Management.Automation.PSDriveInfo") { item in
                item.drive.map { DriveObject.make($0) } ?? ItemProperties.rootDrive
            },
            member("PSProvider", "System.Management.Automation.ProviderInfo") { _ in ProviderObject.make(.fileSystem) },
            member("PSIsContainer", "bool") { .bool($0.isFolder) },
            .method("Refresh", returns: "void") { value, _ in
                item(value)?.refresh()
                return .nothing
            },
        ])

    private static func resolved(_ item: FileItem) -> String {
        Files.resolved(item.hostPath) ?? item.path
    }

    static let file = ObjectType(
        "System.IO.FileInfo", base: base,
        members: [
            .property("Length", "long") { value in
                guard let item = item(value) else { return .null }
                guard item.exists else {
                    throw ValueError(
                        "Could not find file '\(item.path)'.", id: "FileNotFound", exception: "System.IO.FileNotFoundException",
                        category: "ObjectNotFound")
                }
                return .long(Int64(item.status.st_size))
            },
            member("DirectoryName", "string") { .string($0.folder) },
            member("Directory", "System.IO.DirectoryInfo") { folder(above: $0) },
            .property(
                "IsReadOnly", "bool", set: { value, wanted in try item(value)?.setReadOnly(Conversion.bool(wanted)) },
                { .bool(item($0)?.isReadOnly ?? false) }),
            .method(
                "CopyTo",
                overloads: [
                    action("CopyTo", "string destFileName") { try copy($0, to: $1.string(0), overwrite: false) },
                    action("CopyTo", "string destFileName", "bool overwrite") {
                        try copy($0, to: $1.string(0), overwrite: $1.bool(1))
                    },
                ]),
            .method(
                "MoveTo",
                overloads: [
                    action("MoveTo", "string destFileName") { try move($0, to: $1.string(0), overwrite: false) },
                    action("MoveTo", "string destFileName", "bool overwrite") {
                        try move($0, to: $1.string(0), overwrite: $1.bool(1))
                    },
                ]),
            .method(
                "Delete",
                overloads: [
                    action("Delete") { item, _ in
                        guard unlink(item.hostPath) == 0 || errno == ENOENT else { throw item.failure("delete") }
                        return .nothing
                    }
                ]),
        ], construct: { .object(FileItem(at: $0.string(0), isFolder: false)) }, convert: { convert($0, isFolder: false) },
        defaultDisplay: ["LastWriteTime", "Length", "Name"])

    static let folder = ObjectType(
        "System.IO.DirectoryInfo", base: base,
        members: [
            member("Parent", "System.IO.DirectoryInfo") { folder(above: $0) },
            member("Root", "System.IO.DirectoryInfo") { item in
                .object(FileItem(at: item.view.isWindowsStyle ? String(item.path.prefix(3)) : "/", isFolder: true, item.view))
            },
            .method(
                "Delete",
                overloads: [
                    action("Delete") { item, _ in
                        guard rmdir(item.hostPath) == 0 else { throw item.failure("delete") }
                        return .nothing
                    },
                    action("Delete", "bool recursive") { item, arguments in
                        if arguments.bool(0) {
                            do { try Folders.removeTree(item.hostPath) } catch { throw item.failure("delete") }
                        } else if rmdir(item.hostPath) != 0 {
                            throw item.failure("delete")
                        }
                        return .nothing
                    },
                ]),
            .method(
                "Create",
                overloads: [
                    action("Create") { item, _ in
                        do { try Folders.make(item.hostPath, mode: 0o777) } catch { throw item.failure("make") }
                        item.refresh()
                        return .nothing
                    }
                ]),
            .method(
                "MoveTo", overloads: [action("MoveTo", "string destDirName") { try move($0, to: $1.string(0), overwrite: false) }]),
            listing("GetFiles") { !$0.isFolder }, listing("GetDirectories") { $0.isFolder },
            listing("GetFileSystemInfos") { _ in true },
            listing("EnumerateFiles") { !$0.isFolder }, listing("EnumerateDirectories") { $0.isFolder },
            listing("EnumerateFileSystemInfos") { _ in true },
        ], construct: { .object(FileItem(at: $0.string(0), isFolder: true)) }, convert: { convert($0, isFolder: true) })

    /// Types of their own for items of a Windows-style view, so that a format view can be chosen by the type name; members are the
    /// base's.
    static let windowsFile = ObjectType("System.IO.FileInfo#Windows", base: file)
    static let windowsFolder = ObjectType("System.IO.DirectoryInfo#Windows", base: folder)

    private static func convert(_ value: Value, isFolder: Bool) -> Value? {
        guard let text = value.text, !text.isEmpty else { return nil }
        return .object(FileItem(at: text, isFolder: isFolder))
    }

    private static func copy(_ item: FileItem, to written: String, overwrite: Bool) throws -> Value {
        let target = FileItem(at: written, isFolder: false)
        try refuse(target, overwrite)
        if target.exists { unlink(target.hostPath) }
        do { try Files.copy(item.hostPath, to: target.hostPath, mode: UInt32(item.status.st_mode & 0o777)) } catch {
            throw item.failure("copy")
        }
        target.refresh()
        return .object(target)
    }

    private static func move(_ item: FileItem, to written: String, overwrite: Bool) throws -> Value {
        let target = FileItem(at: written, isFolder: item.isFolder)
        try refuse(target, overwrite)
        guard rename(item.hostPath, target.hostPath) == 0 else { throw item.failure("move") }
        return .nothing
    }

    private static func refuse(_ target: FileItem, _ overwrite: Bool) throws {
        guard target.exists, !overwrite else { return }
        throw ValueError(
            "The file '\(target.path)' already exists.", id: "IOException", exception: "System.IO.IOException",
            category: "WriteError")
    }

    private static func listing(_ name: String, _ accepts: @escaping @Sendable (FileItem) -> Bool) -> Member {
        .method(name, "string searchPattern?", returns: "System.IO.FileSystemInfo[]") { value, arguments in
            guard let item = item(value) else { return .null }
            let view = item.view
            let pattern = arguments.count > 0 ? Wildcard(arguments.string(0)) : nil
            let names: [String]
            do { names = try Folders.names(in: item.hostPath).sorted() } catch { throw item.failure("list") }
            return .array(
                names.filter { pattern?.matches($0) ?? true }.compactMap { FileItem(PathResolver.join(item.hostPath, $0), view) }
                    .filter(accepts).map { .object($0) })
        }
    }
}

/// The values of the provider's note properties: PSPath and PSDrive.
enum ItemProperties {
    static func path(_ path: String) -> String { "\(Provider.fileSystem.qualifiedName)::\(path)" }

    static var rootDrive: Value { DriveObject.make(Drive(name: "/", provider: .fileSystem, root: "/")) }
}
