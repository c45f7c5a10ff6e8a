import CmdletKit
import CmdletSupport
import Interpreter
import LinuxSystem
import Values

/// Copy-Item: copies files and folders by `TreeCopy`, and entries within their provider.
struct CopyItem: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var destination = "."
    private var container: Switch = true
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []
    private var recurse: Switch = false
    private var force: Switch = false
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Copy-Item", aliases: ["cpi", "copy"], synopsis: "Copies files, folders and entries of other drives.",
        description: """
            A destination that is a folder gets the copy under the name of the source; any other destination is the \
            name of the copy, and a file there is overwritten. Takes paths, or objects with a path, from the \
            pipeline and writes nothing unless -PassThru is given. Without -Recurse a folder is copied without its \
            contents. Permissions are copied, owners are not.
            """,
        defaultSet: "Path", confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths, help: "Items to copy; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths,
                help: "Paths in which no character is a wildcard: for names with [ ] * or ?."),
            Parameter(
                \.destination, position: 1, pipeline: .byPropertyName, completer: .paths,
                help: "A folder that gets the copies, or the path of the copy; the current location by default."),
            Parameter(
                \.container, default: "true",
                help: "Keeps the tree of folders (the default); -Container:$false puts all files into one folder."
            ),
            Parameter(
                \.filter,
                help: "A wildcard pattern that the name of a file must fit; applied before -Include and -Exclude."),
            Parameter(\.include, help: "Wildcard patterns: only items whose name fits one of them."),
            Parameter(\.exclude, help: "Wildcard patterns: items whose name fits one of them are left out."),
            Parameter(\.recurse, help: "Copies folders with all that is in them."),
            Parameter(
                \.force, help: "Overwrites files without write permission, and copies hidden ones that a wildcard fits."),
            Parameter(\.passThru, help: "Writes the copies."),
        ],
        outputs: ["System.IO.FileInfo", "System.IO.DirectoryInfo"],
        examples: [
            Example(
                """
                Set-Content /tmp/copy-item.txt x
                Copy-Item /tmp/copy-item.txt /tmp/copy-item.bak
                Get-Content /tmp/copy-item.bak
                Remove-Item /tmp/copy-item.*
                """,
                "A copy of a file.", output: "x"),
            Example(
                """
                New-Item /tmp/copy-a/b/c.txt -Force | Out-Null
                Copy-Item /tmp/copy-a /tmp/copy-b -Recurse
                Get-ChildItem /tmp/copy-b -Recurse -Name
                Remove-Item /tmp/copy-a, /tmp/copy-b -Recurse
                """,
                "A folder with all that is in it.", output: "b\nb/c.txt"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let view = engine.fileSystem
        let literal = runtime.isBound(\Self.literalPath)
        let names = NameFilter(filter: filter, include: include, exclude: exclude)
        let resolver = PathResolver(engine: engine, filter: NameFilter(include: include, exclude: exclude), showsHidden: force.isOn)
        try runtime.forEach(literal ? literalPath : path) { path in
            for item in try resolver.resolve(path, literal: literal) {
                switch (item, try engine.itemPath(destination)) {
                case (.file(let source), .file(let target)):
                    var copy = TreeCopy(view: view, force: force.isOn, runtime: runtime)
                    copy.accepts = { names.accepts($0) }
                    if passThru.isOn {
                        copy.made = { host in if let item = FileItem(host, view) { try runtime.write(.object(item)) } }
                    }
                    try transfer(source, target, copy, view, runtime)
                case (.entry(let provider, let name), .entry(let other, let wanted)) where provider == other:
                    guard try runtime.shouldProcess(target: "Item: \(name) Destination: \(wanted)", action: "Copy Item") else {
                        continue
                    }
                    let table = EntryTable(provider, engine)
                    try table.set(wanted, table.value(name) ?? .null)
                    if passThru.isOn { try runtime.write(ItemObject.make(.entry(provider, name: wanted), engine)) }
                default:
                    throw ValueError(
                        "Source and destination path did not resolve to the same provider.",
                        id: "CopyItemSourceAndDestinationNotSameProvider",
                        exception: "System.Management.Automation.PSArgumentException", category: "InvalidArgument")
                }
            }
        }
    }

    private func transfer(
        _ source: FileItem, _ target: String, _ copy: TreeCopy, _ view: FileSystemView, _ runtime: any CmdletRuntime
    ) throws {
        let isFolder = source.isFolder
        let place = view.isDirectory(target) ? PathResolver.join(target, source.name) : target
        guard
            try runtime.shouldProcess(
                target: "Item: \(source.path) Destination: \(view.display(place))",
                action: isFolder ? "Copy Directory" : "Copy File")
        else { return }
        guard isFolder else { return try copy.copyFile(source, to: place) }
        if view.isFile(target) {
            throw ValueError(
                "Container cannot be copied onto existing leaf item.", id: "CopyContainerItemToLeafError",
                exception: "System.Management.Automation.PSArgumentException", category: "InvalidArgument")
        }
        if container.isOn { return try copy.copyFolder(source, to: place, recursive: recurse.isOn) }
        guard recurse.isOn else { return }
        try flatten(source, into: target, copy, view)
    }

    /// Copies all files below a folder into one folder: -Recurse with -Container:$false.
    private func flatten(_ folder: FileItem, into target: String, _ copy: TreeCopy, _ view: FileSystemView, depth: Int = 0) throws {
        guard depth < 512 else { return }
        let names = ((try? Folders.names(in: folder.hostPath)) ?? []).sorted()
        for name in names {
            guard let child = FileItem(PathResolver.join(folder.hostPath, name), view) else { continue }
            if child.isFolder, child.linkTarget == nil {
                try flatten(child, into: target, copy, view, depth: depth + 1)
            } else if copy.accepts(name) {
                try copy.copyFile(child, to: PathResolver.join(target, name))
            }
        }
    }
}
