import CmdletKit
import Glibc
import Interpreter
import LinuxSystem
import Values

extension FileItemTypes {
    /// System.IO.FileInfo: a file.
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

    /// Names the view of the simulated Windows host apart; the members are the base's.
    static let windowsFile = ObjectType("System.IO.FileInfo#Windows", base: file)

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
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.IO.FileInfo") { FileItemTypes.file }
}
