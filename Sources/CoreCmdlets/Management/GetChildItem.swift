import CmdletKit
import Engine
import LinuxSystem
import Values

/// Get-ChildItem.
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
    private var file: Switch = false
    private var directory: Switch = false
    private var hidden: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Get-ChildItem", aliases: ["gci", "dir"], synopsis: "Gets the files and folders in a folder.", defaultSet: "Items",
        parameters: [
            Parameter(
                "Path", \.path, position: 0, pipeline: [.byValue, .byPropertyName], sets: ["Items"], completer: .paths,
                help: "Folders or files, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralItems"], completer: .paths, help: "Paths, taken literally."),
            Parameter("Filter", \.filter, position: 1, help: "A pattern for names."),
            Parameter("Include", \.include, help: "Only names that match one of these."),
            Parameter("Exclude", \.exclude, help: "No names that match one of these."),
            Parameter("Recurse", \.recurse, aliases: ["s", "r"], help: "The folders below as well."),
            Parameter("Depth", \.depth, help: "How many levels below; implies -Recurse."),
            Parameter("Force", \.force, help: "Hidden ones as well."),
            Parameter("Name", \.name, help: "Names as strings."),
            Parameter("File", \.file, aliases: ["af"], help: "Files only."),
            Parameter("Directory", \.directory, aliases: ["ad", "d"], help: "Folders only."),
            Parameter("Hidden", \.hidden, aliases: ["ah", "h"], help: "Hidden ones only."),
        ],
        outputs: ["System.IO.FileInfo", "System.IO.DirectoryInfo"],
        examples: [
            Example("Get-ChildItem /usr -Directory -Name | Where-Object { $_ -eq 'bin' }", "A folder's folders.", output: "bin")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let view = try runtime.service(Engine.self).fileSystem
        let literal = runtime.isBound("LiteralPath")
        for path in literal ? literalPath : path {
            do {
                for host in try PathResolver.resolve(path, literal: literal, view) {
                    guard let item = FileItem(host, view) else { continue }
                    // A pattern names the things themselves; a plain path names a folder's contents.
                    if item.isFolder, literal || !Wildcard.isPattern(path) {
                        try list(host, item, level: 0, prefix: "", view, runtime)
                    } else if accepts(item) {
                        try write(item, "", runtime)
                    }
                }
            } catch let error as ValueError {
                try runtime.writeError(.wrapping(error))
            }
        }
    }

    private func list(
        _ folder: String, _ item: FileItem, level: Int, prefix: String, _ view: FileSystemView, _ runtime: any CmdletRuntime
    ) throws {
        let names: [String]
        do { names = try Folders.names(in: folder).sorted { Comparison.order($0, $1, ignoreCase: true) < 0 } } catch {
            try runtime.writeError(
                ErrorRecord(
                    "Access to the path '\(item.path)' is denied.", id: "DirUnauthorizedAccessError", category: "PermissionDenied",
                    exception: "System.UnauthorizedAccessException", target: .string(item.path)))
            return
        }
        var folders: [(String, FileItem)] = []
        let children = names.compactMap { name in FileItem(PathResolver.join(folder, name), view).map { (name, $0) } }
        // Folders come first, as in PowerShell.
        for (name, child) in children.filter({ $0.1.isFolder }) + children.filter({ !$0.1.isFolder }) {
            try runtime.checkStop()
            if child.isFolder, child.linkTarget == nil, force.isOn || !child.isHidden {
                folders.append((PathResolver.join(folder, name), child))
            }
            if accepts(child) { try write(child, prefix, runtime) }
        }
        let deepest = depth ?? (recurse.isOn ? 1000 : 0)
        guard level < deepest else { return }
        for (path, child) in folders {
            try list(path, child, level: level + 1, prefix: prefix + child.name + String(child.separator), view, runtime)
        }
    }

    private func accepts(_ item: FileItem) -> Bool {
        if hidden.isOn ? !item.isHidden : item.isHidden && !force.isOn { return false }
        if file.isOn, item.isFolder { return false }
        if directory.isOn, !item.isFolder { return false }
        if let filter, !Wildcard(filter).matches(item.name) { return false }
        if !include.isEmpty, !include.contains(where: { Wildcard($0).matches(item.name) }) { return false }
        return !exclude.contains { Wildcard($0).matches(item.name) }
    }

    private func write(_ item: FileItem, _ prefix: String, _ runtime: any CmdletRuntime) throws {
        try runtime.write(name.isOn ? .string(prefix + item.name) : .object(item))
    }
}
