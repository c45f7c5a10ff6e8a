import CmdletKit
import Glibc
import Interpreter
import LinuxSystem
import Values

extension FileItemTypes {
    /// System.IO.DirectoryInfo: a folder.
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

    /// Names the view of the simulated Windows host apart; the members are the base's.
    static let windowsFolder = ObjectType("System.IO.DirectoryInfo#Windows", base: folder)

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

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.IO.DirectoryInfo") { FileItemTypes.folder }
}
