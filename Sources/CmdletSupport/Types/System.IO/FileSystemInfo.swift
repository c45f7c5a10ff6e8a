import CmdletKit
import Glibc
import Interpreter
import LinuxSystem
import Values

/// System.IO.FileSystemInfo: the members that FileInfo and DirectoryInfo have in common.
enum FileItemTypes {
    static func item(_ value: Value) -> FileItem? { value.asObject(FileItem.self) }

    static func member(_ name: String, _ type: String, _ read: @escaping @Sendable (FileItem) -> Value) -> Member {
        .property(name, type) { value in item(value).map(read) ?? .null }
    }

    static func date(_ time: timespec) -> DateTime {
        DateTime.local(unixSeconds: Int64(time.tv_sec), nanoseconds: Int64(time.tv_nsec))
    }

    static func time(
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

    static func account(_ name: String?, _ id: UInt32) -> Value { .string(name ?? String(id)) }
    static func folder(above item: FileItem) -> Value {
        item.folder.isEmpty ? .null : .object(FileItem(at: item.folder, isFolder: true, item.view))
    }

    static func action(
        _ name: String, _ parameters: String..., body: @escaping @Sendable (FileItem, Arguments) throws -> Value
    ) -> Overload {
        Overload(parameters, returns: "void") { value, arguments in try item(value).map { try body($0, arguments) } ?? .null }
    }

    /// The name as listings show it, in the colours of `$PSStyle.FileInfo`.
    static func nameString(_ item: FileItem) -> String {
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

    static let base = ObjectType(
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

    static func resolved(_ item: FileItem) -> String {
        Files.resolved(item.hostPath) ?? item.path
    }

    static func convert(_ value: Value, isFolder: Bool) -> Value? {
        guard let text = value.text, !text.isEmpty else { return nil }
        return .object(FileItem(at: text, isFolder: isFolder))
    }

    static func move(_ item: FileItem, to written: String, overwrite: Bool) throws -> Value {
        let target = FileItem(at: written, isFolder: item.isFolder)
        try refuse(target, overwrite)
        guard rename(item.hostPath, target.hostPath) == 0 else { throw item.failure("move") }
        return .nothing
    }

    static func refuse(_ target: FileItem, _ overwrite: Bool) throws {
        guard target.exists, !overwrite else { return }
        throw ValueError(
            "The file '\(target.path)' already exists.", id: "IOException", exception: "System.IO.IOException",
            category: "WriteError")
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.IO.FileSystemInfo") { FileItemTypes.base }
}
