import Glibc
import Interpreter
import LinuxSystem
import Values

/// System.IO.Path, over the paths of a session.
struct PathType: Sendable {
    let paths: MachinePaths

    private func text(_ name: String, _ body: @escaping @Sendable (String) -> String) -> Member {
        .function(name, "string path", returns: "string") { arguments in
            arguments[0].isNull ? .null : .string(body(arguments.string(0)))
        }
    }

    private func leaf(_ path: String) -> String {
        path.lastIndex { paths.separates($0) }.map { String(path[path.index(after: $0)...]) } ?? path
    }

    private func folder(_ path: String) -> String {
        guard let cut = path.lastIndex(where: { paths.separates($0) }) else { return "" }
        let (head, root) = (path[..<cut], paths.root(of: path))
        return head.count < root.count ? (path == root ? "" : root) : String(head)
    }

    private func fileExtension(_ path: String) -> String {
        let name = leaf(path)
        guard let dot = name.lastIndex(of: "."), name.index(after: dot) != name.endIndex else { return "" }
        return String(name[dot...])
    }

    private func base(_ path: String) -> String {
        let name = leaf(path)
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }

    private func ends(_ path: String) -> Bool { path.last.map { paths.separates($0) } ?? false }

    /// Path.Combine: an absolute part drops the parts before it.
    private func combined(_ parts: [String]) -> String {
        parts.reduce("") { head, part in
            if part.isEmpty { return head }
            if head.isEmpty || paths.isRooted(part) { return part }
            return ends(head) ? head + part : head + String(paths.separator) + part
        }
    }

    private func joined(_ parts: [String]) -> String {
        parts.filter { !$0.isEmpty }.reduce("") { head, part in
            if head.isEmpty { return part }
            return ends(head) || part.first.map { paths.separates($0) } == true
                ? head + part : head + String(paths.separator) + part
        }
    }

    var temporaryFolder: String {
        let environment = paths.environment
        let folder = (paths.drives == nil ? nil : environment["TEMP"]) ?? environment["TMPDIR"]
        let name = folder ?? paths.drives.map { $0.start + "Windows\\Temp" } ?? "/tmp"
        return ends(name) ? name : name + String(paths.separator)
    }

    private var randomName: String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz012345")
        let word = { (count: Int) in String((0..<count).compactMap { _ in letters.randomElement() }) }
        return word(8) + "." + word(3)
    }

    private func relative(from start: String, to end: String) -> String {
        let a = paths.full(start).split { paths.separates($0) }
        let b = paths.full(end).split { paths.separates($0) }
        let shared = zip(a, b).prefix { $0 == $1 }.count
        let parts = Array(repeating: "..", count: a.count - shared) + b[shared...].map(String.init)
        return parts.isEmpty ? "." : parts.joined(separator: String(paths.separator))
    }

    var type: ObjectType {
        let isWindows = paths.drives != nil
        return ObjectType(
            "System.IO.Path", base: .object,
            statics: [
                .constant("DirectorySeparatorChar", "char") { .char(isWindows ? 0x5C : 0x2F) },
                .constant("AltDirectorySeparatorChar", "char") { .char(0x2F) },
                .constant("PathSeparator", "char") { .char(isWindows ? 0x3B : 0x3A) },
                .constant("VolumeSeparatorChar", "char") { .char(isWindows ? 0x3A : 0x2F) },
                text("GetFileName") { leaf($0) }, text("GetFileNameWithoutExtension") { base($0) },
                text("GetExtension") { fileExtension($0) }, text("GetDirectoryName") { folder($0) },
                text("GetFullPath") { paths.full($0) },
                text("GetPathRoot") { paths.root(of: $0) },
                text("TrimEndingDirectorySeparator") { $0 != paths.root(of: $0) && ends($0) ? String($0.dropLast()) : $0 },
                .function("HasExtension", "string path", returns: "bool") { .bool(!fileExtension($0.string(0)).isEmpty) },
                .function("IsPathRooted", "string path", returns: "bool") { .bool(paths.isRooted($0.string(0))) },
                .function("IsPathFullyQualified", "string path", returns: "bool") { .bool(paths.isRooted($0.string(0))) },
                .function("EndsInDirectorySeparator", "string path", returns: "bool") { .bool(ends($0.string(0))) },
                .function("Exists", "string path", returns: "bool") { .bool(access(paths.host($0.string(0)), F_OK) == 0) },
                .function("Combine", "params string[] paths", returns: "string") {
                    .string(combined($0.list(0).map(\.displayText)))
                },
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
                    var template = Array(paths.host(temporaryFolder + "tmpXXXXXX.tmp").utf8CString)
                    let descriptor = mkstemps(&template, 4)
                    guard descriptor >= 0 else {
                        throw ValueError(
                            "No temporary file can be made in \(temporaryFolder).", id: "IOException",
                            exception: "System.IO.IOException",
                            category: "NotSpecified")
                    }
                    close(descriptor)
                    return .string(
                        paths.shown(String(decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)))
                },
                .function("GetInvalidFileNameChars", returns: "char[]") { _ in
                    .array(ArrayObject([.char(0), .char(0x2F)], of: .char))
                },
                .function("GetInvalidPathChars", returns: "char[]") { _ in .array(ArrayObject([.char(0)], of: .char)) },
            ])
    }
}

@section("bulkhead_session_types") @used private let registration: SessionTypeRegistrar = {
    $0.addOfSession("System.IO.Path") { session in PathType(paths: session.paths).type }
}
