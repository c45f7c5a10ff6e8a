import CmdletKit
import CmdletSupport
import Interpreter
import LinuxSystem
import Values

/// Rename-Item: renames a file or folder in its folder (`FileMove`), or an entry.
struct RenameItem: Cmdlet {
    private var path: String?
    private var literalPath: String?
    private var newName = ""
    private var force: Switch = false
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Rename-Item", aliases: ["rni", "ren"], synopsis: "Gives a file, a folder or an entry of another drive another name.",
        description: """
            The item stays where it is: a new name that is a path to another folder is an error; use Move-Item for \
            that. Takes a path, or an object with one, from the pipeline; a script block as -NewName makes the new \
            name of each piped object, which is $_ in it. Writes nothing unless -PassThru is given. An existing name \
            is an error.
            """,
        defaultSet: "ByPath", confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["ByPath"],
                completer: .paths,
                help: "The item to rename; a wildcard pattern must fit one item only."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["ByLiteralPath"],
                completer: .paths, help: "The path of the item; no character in it is a wildcard."),
            Parameter(
                \.newName, position: 1, mandatory: true, pipeline: .byPropertyName,
                help: "The new name, or a script block that makes it of each piped object."),
            Parameter(\.force, help: "Renames read-only variables, functions and aliases as well."),
            Parameter(\.passThru, help: "Writes the renamed item."),
        ],
        outputs: ["System.IO.FileInfo", "System.IO.DirectoryInfo"],
        examples: [
            Example(
                """
                New-Item /tmp/rename-item.txt | Out-Null
                (Rename-Item /tmp/rename-item.txt rename-item.md -PassThru).Name
                Remove-Item /tmp/rename-item.md
                """,
                "Another name.", output: "rename-item.md"),
            Example(
                """
                New-Item /tmp/rename/a.txt, /tmp/rename/b.txt -Force | Out-Null
                Get-ChildItem /tmp/rename | Rename-Item -NewName { $_.BaseName + '.md' }
                Get-ChildItem /tmp/rename -Name
                Remove-Item /tmp/rename -Recurse
                """,
                "Another extension for all files of a folder.", output: "a.md\nb.md"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = literalPath != nil
        let view = engine.fileSystem
        try runtime.forEach([literalPath ?? path ?? ""]) { path in
            let items = try PathResolver(engine: engine, showsHidden: true).resolve(path, literal: literal)
            guard items.count == 1, let item = items.first else {
                throw items.isEmpty
                    ? PathResolver.notFound(path)
                    : ValueError(
                        "Cannot rename because the path '\(path)' resolved to several items.", id: "RenameMultipleItemError",
                        exception: "System.ArgumentException", category: "InvalidArgument")
            }
            switch item {
            case .file(let file): try rename(file, view, runtime)
            case .entry(let provider, let name): try rename(provider, name, engine, runtime)
            }
        }
    }

    private func rename(_ item: FileItem, _ view: FileSystemView, _ runtime: any CmdletRuntime) throws {
        var name = newName
        // A path such as `./name` is accepted if its folder is the item's own.
        if name.contains("/") || name.contains("\\") {
            let given = view.hostPath(name)
            guard Files.split(given).folder == Files.split(item.hostPath).folder else {
                throw ValueError(
                    "Cannot rename the specified target, because it represents a path or device name.", id: "Argument",
                    exception: "System.Management.Automation.PSArgumentException", category: "InvalidArgument")
            }
            name = Files.split(given).name
        }
        let place = PathResolver.join(Files.split(item.hostPath).folder, name)
        let action = item.isFolder ? "Rename Directory" : "Rename File"
        guard try runtime.shouldProcess(target: "Item: \(item.path) Destination: \(view.display(place))", action: action) else {
            return
        }
        try FileMove.move(item, to: place, force: false, "Rename", view)
        if passThru.isOn, let renamed = FileItem(place, view) { try runtime.write(.object(renamed)) }
    }

    private func rename(_ provider: Provider, _ name: String, _ engine: Engine, _ runtime: any CmdletRuntime) throws {
        guard try runtime.shouldProcess(target: "Item: \(name) NewName: \(newName)", action: "Rename Item") else { return }
        try EntryTable(provider, engine).rename(name, to: newName, force: force.isOn)
        if passThru.isOn { try runtime.write(ItemObject.make(.entry(provider, name: newName), engine)) }
    }
}
