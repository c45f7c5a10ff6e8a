import Glibc
import Values

/// System.IO.Path, for paths with slashes.
enum PathType {
    private static func text(_ name: String, _ body: @escaping @Sendable (String) -> String) -> Member {
        .function(name, "string path", returns: "string") { arguments in
            arguments[0].isNull ? .null : .string(body(arguments.string(0)))
        }
    }

    private static func leaf(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    private static func folder(_ path: String) -> String {
        guard let cut = path.lastIndex(of: "/") else { return "" }
        let head = path[..<cut]
        return head.isEmpty ? (path.count > 1 ? "/" : "") : String(head)
    }

    private static func fileExtension(_ path: String) -> String {
        let name = leaf(path)
        guard let dot = name.lastIndex(of: "."), name.index(after: dot) != name.endIndex else { return "" }
        return String(name[dot...])
    }

    private static func base(_ path: String) -> String {
        let name = leaf(path)
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }

    /// Later parts that are absolute replace what stands before them.
    private static func combined(_ parts: [String]) -> String {
        parts.reduce("") { head, part in
            if part.isEmpty { return head }
            if head.isEmpty || part.hasPrefix("/") { return part }
            return head.hasSuffix("/") ? head + part : head + "/" + part
        }
    }

    private static func joined(_ parts: [String]) -> String {
        parts.filter { !$0.isEmpty }.reduce("") { head, part in
            if head.isEmpty { return part }
            return head.hasSuffix("/") || part.hasPrefix("/") ? head + part : head + "/" + part
        }
    }

    static func full(_ path: String) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let here =
            getcwd(&buffer, buffer.count) == nil
            ? "/" : String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        let whole = path.hasPrefix("/") ? path : here + "/" + path
        let normal = FileSystemView.normalize(whole)
        return path.hasSuffix("/") && normal != "/" ? normal + "/" : normal
    }

    static var temporaryFolder: String {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        return folder.hasSuffix("/") ? folder : folder + "/"
    }

    private static var randomName: String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz012345")
        let word = { (count: Int) in String((0..<count).compactMap { _ in letters.randomElement() }) }
        return word(8) + "." + word(3)
    }

    private static func relative(from start: String, to end: String) -> String {
        let a = full(start).split(separator: "/")
        let b = full(end).split(separator: "/")
        let shared = zip(a, b).prefix { $0 == $1 }.count
        let parts = Array(repeating: "..", count: a.count - shared) + b[shared...].map(String.init)
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }

    static let type = ObjectType(
        "System.IO.Path", base: .object,
        statics: [
            .constant("DirectorySeparatorChar", "char") { .char(0x2F) },
            .constant("AltDirectorySeparatorChar", "char") { .char(0x2F) },
            .constant("PathSeparator", "char") { .char(0x3A) }, .constant("VolumeSeparatorChar", "char") { .char(0x2F) },
            text("GetFileName") { leaf($0) }, text("GetFileNameWithoutExtension") { base($0) },
            text("GetExtension") { fileExtension($0) }, text("GetDirectoryName") { folder($0) }, text("GetFullPath") { full($0) },
            text("GetPathRoot") { $0.hasPrefix("/") ? "/" : "" },
            text("TrimEndingDirectorySeparator") { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 },
            .function("HasExtension", "string path", returns: "bool") { .bool(!fileExtension($0.string(0)).isEmpty) },
            .function("IsPathRooted", "string path", returns: "bool") { .bool($0.string(0).hasPrefix("/")) },
            .function("IsPathFullyQualified", "string path", returns: "bool") { .bool($0.string(0).hasPrefix("/")) },
            .function("EndsInDirectorySeparator", "string path", returns: "bool") { .bool($0.string(0).hasSuffix("/")) },
            .function("Exists", "string path", returns: "bool") { .bool(access($0.string(0), F_OK) == 0) },
            .function("Combine", "params string[] paths", returns: "string") { .string(combined($0.list(0).map(\.displayText))) },
            .function("Join", "params string[] paths", returns: "string") { .string(joined($0.list(0).map(\.displayText))) },
            .function("GetRelativePath", "string relativeTo", "string path", returns: "string") {
                .string(relative(from: $0.string(0), to: $0.string(1)))
            },
            .function("ChangeExtension", "string path", "string extension", returns: "string") { arguments in
                let path = arguments.string(0)
                let bare = String(path.dropLast(fileExtension(path).count))
                if arguments[1].isNull { return .string(bare) }
                let wanted = arguments.string(1)
                return .string(bare + (wanted.hasPrefix(".") || wanted.isEmpty ? wanted : "." + wanted))
            },
            .function("GetTempPath", returns: "string") { _ in .string(temporaryFolder) },
            .function("GetRandomFileName", returns: "string") { _ in .string(randomName) },
            .function("GetTempFileName", returns: "string") { _ in
                var template = Array((temporaryFolder + "tmpXXXXXX.tmp").utf8CString)
                let descriptor = mkstemps(&template, 4)
                guard descriptor >= 0 else {
                    throw ValueError(
                        "No temporary file can be made in \(temporaryFolder).", id: "IOException",
                        exception: "System.IO.IOException",
                        category: "NotSpecified")
                }
                close(descriptor)
                return .string(String(decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
            },
            .function("GetInvalidFileNameChars", returns: "char[]") { _ in .array(ArrayObject([.char(0), .char(0x2F)], of: .char))
            },
            .function("GetInvalidPathChars", returns: "char[]") { _ in .array(ArrayObject([.char(0)], of: .char)) },
        ])
}
