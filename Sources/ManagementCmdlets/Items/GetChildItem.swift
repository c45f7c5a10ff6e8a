import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// Get-ChildItem: lists folders, recursively by `Lister`, and the entries of other drives.
struct GetChildItem: Cmdlet {
    private var path: [String] = ["."]
    private var literalPath: [String] = []
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []
    private var recurse: Switch = false
    private var depth: Int?
    private var force: Switch = false
    private var name: Switch = false
    private var attributes = ""
    private var followSymlink: Switch = false
    private var file: Switch = false
    private var directory: Switch = false
    private var hidden: Switch = false
    private var readOnly: Switch = false
    private var system: Switch = false
    private var names = NameFilter()
    private var attributeFilter: FileAttributeFilter?

    static let declaration = CmdletDeclaration<Self>(
        "Get-ChildItem", aliases: ["gci", "dir"], synopsis: "Lists what is in a folder or on another drive.",
        description: """
            Without a path it lists the current location. A path of a folder gives what is in the folder, a path of \
            a file the file itself. Folders come before files, each sorted by name without regard to case. Takes \
            paths from the pipeline and writes System.IO.FileInfo and DirectoryInfo objects, or texts with -Name. On \
            Linux, names that begin with a dot are hidden, ReadOnly means that nobody may write the file, and no \
            file is a system file.
            """,
        defaultSet: "Items",
        parameters: [
            Parameter(
                \.path, position: 0, pipeline: [.byValue, .byPropertyName], sets: ["Items"], completer: .paths,
                help: "Folders, files or other drives; the current location by default; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralItems"], completer: .paths,
                help: "Paths in which no character is a wildcard: for names with [ ] * or ?."),
            Parameter(
                \.filter, position: 1,
                help: "A wildcard pattern that the name of a file must fit; applied before -Include and -Exclude."),
            Parameter(
                \.include,
                help: "Wildcard patterns: only names that fit one of them; needs -Recurse, or a wildcard in the path."),
            Parameter(\.exclude, help: "Wildcard patterns: items whose name fits one of them are left out."),
            Parameter(\.recurse, aliases: ["s", "r"], help: "Lists the folders below as well, to any depth."),
            Parameter(
                \.depth, validate: [.range(min: 0, max: 4_294_967_295)],
                help: "How many levels of folders below are listed; implies -Recurse. 0 lists the folder alone."),
            Parameter(\.force, help: "Lists hidden items as well: names that begin with a dot."),
            Parameter(\.name, help: "Writes names, relative to the path, as texts instead of objects."),
            Parameter(
                \.attributes, completer: .values(["Directory", "Hidden", "ReadOnly", "ReparsePoint", "Normal"]),
                help: "Attributes that items must have: Directory, Hidden, ReadOnly, …; ! negates, + is and, a comma is or."),
            Parameter(\.followSymlink, help: "With -Recurse: goes into folders that symbolic links lead to."),
            Parameter(\.file, aliases: ["af"], help: "Only files."),
            Parameter(\.directory, aliases: ["ad", "d"], help: "Only folders."),
            Parameter(\.hidden, aliases: ["ah", "h"], help: "Only hidden items: names that begin with a dot."),
            Parameter(\.readOnly, aliases: ["ar"], help: "Only items without write permission."),
            Parameter(\.system, aliases: ["as"], help: "Only system files, which Linux does not have."),
        ],
        outputs: ["System.IO.FileInfo", "System.IO.DirectoryInfo"],
        examples: [
            Example("(Get-ChildItem / -Directory).Name -contains \"usr\"", "The folders of the root.", output: "True"),
            Example("(Get-ChildItem /etc -Filter passwd).Name", "Files by a pattern.", output: "passwd"),
            Example(
                """
                New-Item /tmp/get-childitem/a/b.txt -Force | Out-Null
                Get-ChildItem /tmp/get-childitem -Recurse -File -Name
                Remove-Item /tmp/get-childitem -Recurse
                """,
                "Files of all folders below, as texts.", output: "a/b.txt"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        names = NameFilter(filter: filter, include: include, exclude: exclude)
        if !attributes.isEmpty { attributeFilter = try FileAttributeFilter(attributes) }
    }

    private var isRecursive: Bool { recurse.isOn || depth != nil }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = runtime.isBound(\Self.literalPath)
        let resolver = PathResolver(engine: engine, showsHidden: force.isOn || hidden.isOn)
        try runtime.forEach(literal ? literalPath : path) { path in
            var pattern: Lister.Pattern?
            var start = path
            // With -Recurse a pattern at the end of the path (`folder/*.txt`), or a name that is no folder, is searched for in the
            // folders below as well.
            if isRecursive, !literal, let (folder, last) = Self.cut(path), Wildcard.isPattern(last) || !isFolder(path, resolver) {
                start = folder
                if last != "*" { pattern = Lister.Pattern(last) }
            }
            for item in try resolver.resolve(start, literal: literal) {
                switch item {
                case .file(let found):
                    // A pattern stands for the items that it matches; a path of a folder stands for what is in the folder.
                    if found.isFolder, literal || isRecursive || !Wildcard.isPattern(path) {
                        if !literal, !isRecursive, !include.isEmpty, !Wildcard.isPattern(path) { continue }
                        try lister(pattern, engine, runtime).list(found)
                    } else if accepts(found), names.accepts(found.name) {
                        try write(found, "", runtime)
                    }
                case .entry(let provider, ""):
                    for entry in ItemObject.all(provider, engine) where names.accepts(entry.name) {
                        try write(entry, engine, runtime)
                    }
                case .entry: if names.accepts(item.name) { try write(item, engine, runtime) }
                }
            }
        }
    }

    private func isFolder(_ path: String, _ resolver: PathResolver) -> Bool {
        guard let items = try? resolver.resolve(path) else { return false }
        return items.contains { $0.isContainer }
    }

    /// The folder and the last part of a path; nil if the last part is empty, `.` or `..`.
    private static func cut(_ path: String) -> (folder: String, last: String)? {
        guard let slash = path.lastIndex(where: { $0 == "/" || $0 == "\\" }) else { return (".", path) }
        let last = String(path[path.index(after: slash)...])
        guard !last.isEmpty, last != ".", last != ".." else { return nil }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), last)
    }

    private func accepts(_ item: FileItem) -> Bool {
        if hidden.isOn {
            if !item.isHidden { return false }
        } else if item.isHidden, !force.isOn, attributeFilter?.mentionsHidden != true {
            return false
        }
        if system.isOn { return false }
        if readOnly.isOn, !item.isReadOnly { return false }
        if file.isOn, item.isFolder { return false }
        if directory.isOn, !item.isFolder { return false }
        return attributeFilter?.accepts(item.attributes) ?? true
    }

    private func lister(_ pattern: Lister.Pattern?, _ engine: Engine, _ runtime: any CmdletRuntime) -> Lister {
        Lister(
            view: engine.fileSystem, deepest: depth ?? (recurse.isOn ? Lister.deepestFolder : 0),
            entersHidden: force.isOn || hidden.isOn,
            followsLinks: followSymlink.isOn, runtime: runtime,
            accepts: { accepts($0) && names.accepts($0.name) && pattern?.matches($0.name) ?? true },
            write: { try write($0, $1, runtime) })
    }

    private func write(_ item: FileItem, _ prefix: String, _ runtime: any CmdletRuntime) throws {
        try runtime.write(name.isOn ? .string(prefix + item.name) : .object(item))
    }

    private func write(_ item: ResolvedItem, _ engine: Engine, _ runtime: any CmdletRuntime) throws {
        try runtime.write(name.isOn ? .string(item.name) : ItemObject.make(item, engine))
    }
}

/// Lists a folder: first what is in it, then each folder below.
private struct Lister {
    /// The pattern that names have to match in all folders.
    struct Pattern {
        private let wildcard: Wildcard
        init(_ text: String) { wildcard = Wildcard(text) }
        func matches(_ name: String) -> Bool { wildcard.matches(name) }
    }

    /// Deeper than a path of PATH_MAX (4096) bytes can go.
    static let deepestFolder = 2048

    let view: FileSystemView
    let deepest: Int
    let entersHidden: Bool
    let followsLinks: Bool
    let runtime: any CmdletRuntime
    let accepts: (FileItem) -> Bool
    let write: (FileItem, String) throws -> Void

    func list(_ folder: FileItem) throws {
        var seen: Set<UInt> = [folder.status.st_ino]
        try list(folder, level: 0, prefix: "", &seen)
    }

    private func list(_ folder: FileItem, level: Int, prefix: String, _ seen: inout Set<UInt>) throws {
        let found: [String]
        do { found = try Folders.names(in: folder.hostPath) } catch {
            try runtime.writeError(
                ErrorRecord(
                    "Access to the path '\(folder.path)' is denied.", id: "DirUnauthorizedAccessError",
                    category: "PermissionDenied",
                    exception: "System.UnauthorizedAccessException", target: .string(folder.path)))
            return
        }
        let names = found.map { ($0, $0.lowercased()) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
        let children = names.compactMap { FileItem(PathResolver.join(folder.hostPath, $0), view) }
        // PowerShell lists folders before files.
        let folders = children.filter(\.isFolder)
        for child in folders + children.filter({ !$0.isFolder }) {
            try runtime.checkStop()
            if accepts(child) { try write(child, prefix) }
        }
        guard level < deepest else { return }
        for child in folders where entersHidden || !child.isHidden {
            if child.linkTarget != nil {
                // With -FollowSymlink a link can lead to a folder that was listed before: each inode is entered once.
                guard followsLinks, let target = FileItem(Self.real(child.hostPath), view),
                    seen.insert(target.status.st_ino).inserted
                else { continue }
            }
            try list(child, level: level + 1, prefix: prefix + child.name + String(child.separator), &seen)
        }
    }

    private static func real(_ path: String) -> String { Files.resolved(path) ?? path }
}
