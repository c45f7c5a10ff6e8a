import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// Move-Item: moves files and folders by `FileMove`.
struct MoveItem: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var destination = "."
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []
    private var force: Switch = false
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Move-Item", aliases: ["mi", "move"], synopsis: "Moves files and folders to another place or name.",
        description: """
            A destination that is a folder gets the item under its old name; any other destination is its new path. \
            Takes paths, or objects with a path, from the pipeline and writes nothing unless -PassThru is given. A \
            file that is at the destination is an error unless -Force is given. Items move between file systems as \
            well: there the move is a copy, and the source is removed after it.
            """,
        defaultSet: "Path", confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths, help: "Files and folders to move; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths,
                help: "Paths in which no character is a wildcard: for names with [ ] * or ?."),
            Parameter(
                \.destination, position: 1, pipeline: .byPropertyName, completer: .paths,
                help: "A folder that gets the items, or the new path of the item; the current location by default."),
            Parameter(
                \.filter,
                help: "A wildcard pattern that the name of a file must fit; applied before -Include and -Exclude."),
            Parameter(\.include, help: "Wildcard patterns: only items whose name fits one of them."),
            Parameter(\.exclude, help: "Wildcard patterns: items whose name fits one of them are left out."),
            Parameter(\.force, help: "Replaces a file that is at the destination."),
            Parameter(\.passThru, help: "Writes the items at their new place."),
        ],
        outputs: ["System.IO.FileInfo", "System.IO.DirectoryInfo"],
        examples: [
            Example(
                """
                Set-Content /tmp/move-item.txt x
                Move-Item /tmp/move-item.txt /tmp/move-item.new
                Test-Path /tmp/move-item.txt
                Remove-Item /tmp/move-item.new
                """,
                "The old name is gone.", output: "False"),
            Example(
                """
                New-Item /tmp/move-a/b.txt, /tmp/move-c/d.txt -Force | Out-Null
                (Move-Item /tmp/move-a/b.txt /tmp/move-c -PassThru).DirectoryName
                Remove-Item /tmp/move-a, /tmp/move-c -Recurse
                """,
                "Into a folder.", output: "/tmp/move-c"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let view = engine.fileSystem
        let literal = runtime.isBound(\Self.literalPath)
        let resolver = PathResolver(
            engine: engine, filter: NameFilter(filter: filter, include: include, exclude: exclude), showsHidden: force.isOn)
        try runtime.forEach(literal ? literalPath : path) { path in
            for item in try resolver.files(path, literal: literal) {
                guard case .file(let target) = try engine.itemPath(destination) else { throw PathResolver.unsupported(.variable) }
                let place = view.isDirectory(target) ? PathResolver.join(target, item.name) : target
                let action = item.isFolder ? "Move Directory" : "Move File"
                guard try runtime.shouldProcess(target: "Item: \(item.path) Destination: \(view.display(place))", action: action)
                else { continue }
                try FileMove.move(item, to: place, force: force.isOn, "Move", view)
                if passThru.isOn, let moved = FileItem(place, view) { try runtime.write(.object(moved)) }
            }
        }
    }
}

/// Moves or renames a file or folder, also to another file system. For Move-Item and Rename-Item.
enum FileMove {
    /// Moves an item.
    /// - Parameters:
    ///   - place: the new host path, the item's own name included.
    ///   - verb: `Move` or `Rename`; chooses the error's ID.
    /// - Throws: `ValueError` if something is at the new place already (with `force` only if it is a folder), if the place is below
    ///   the item, or if the move fails.
    static func move(_ item: FileItem, to place: String, force: Bool, _ verb: String, _ view: FileSystemView) throws {
        let shown = view.display(place)
        if let before = FileItem(place, view), before.status.st_ino != item.status.st_ino || place == item.hostPath {
            guard force, !before.isFolder else {
                throw ValueError(
                    "Cannot create a file when that file already exists.", id: idOfIO(item, verb),
                    exception: "System.IO.IOException",
                    category: "WriteError")
            }
        }
        if item.isFolder, place.hasPrefix(item.hostPath + "/") {
            throw ValueError(
                "Cannot move '\(item.path)' into itself: '\(shown)' is below it.", id: idOfIO(item, verb),
                exception: "System.IO.IOException",
                category: "WriteError")
        }
        do { try Files.rename(item.hostPath, place) } catch {
            guard error.number == EXDEV else {
                throw ValueError(
                    error.number == ENOENT
                        ? "Could not find a part of the path '\(shown)'." : "Cannot move to '\(shown)': \(error.description)",
                    id: idOfIO(item, verb),
                    exception: error.number == ENOENT ? "System.IO.DirectoryNotFoundException" : "System.IO.IOException",
                    category: "WriteError")
            }
            // rename(2) does not cross file systems. mv(1) copies everything that belongs to a file, such as its attributes, and
            // removes the source.
            guard let tool = findTool("mv") else {
                throw ValueError(
                    "Moving '\(item.path)' to another file system needs the program 'mv' (package coreutils), which was not found.",
                    id: "ToolNotFound", category: "ObjectNotFound")
            }
            let result = try runTool(tool, ["-f", "--", item.hostPath, place])
            guard result.exitCode == 0 else {
                throw ValueError(
                    "Cannot move to '\(shown)': \(result.errorText.trimmingSpaces())", id: idOfIO(item, verb),
                    exception: "System.IO.IOException",
                    category: "WriteError")
            }
        }
    }

    private static func idOfIO(_ item: FileItem, _ verb: String) -> String {
        verb == "Rename" ? "RenameItemIOError" : item.isFolder ? "MoveDirectoryItemIOError" : "MoveFileInfoItemIOError"
    }
}
