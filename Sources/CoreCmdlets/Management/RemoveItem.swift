import CmdletKit
import Engine
import Glibc
import LinuxSystem
import Values

/// Remove-Item.
struct RemoveItem: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var recurse: Switch = false
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Remove-Item", aliases: ["ri", "del", "erase", "rd"], synopsis: "Deletes files and folders.", defaultSet: "Path",
        confirms: true,
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths, help: "Paths, with wildcards; also env:, variable:, function: and alias: names."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths, help: "Paths, taken literally."),
            Parameter("Recurse", \.recurse, help: "A folder with all that is in it."),
            Parameter("Force", \.force, help: "Hidden and read-only ones as well."),
        ],
        examples: [
            Example(
                "Set-Content /tmp/bulkhead-example.txt x; Remove-Item /tmp/bulkhead-example.txt; Test-Path /tmp/bulkhead-example.txt",
                "Gone.", output: "False")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let view = engine.fileSystem
        let literal = runtime.isBound("LiteralPath")
        for path in literal ? literalPath : path {
            if removeFromDrive(path, engine) { continue }
            do {
                for host in try PathResolver.resolve(path, literal: literal, view) { try remove(host, view, runtime) }
            } catch let error as ValueError {
                try runtime.writeError(.wrapping(error))
            }
        }
    }

    private func remove(_ host: String, _ view: FileSystemView, _ runtime: any CmdletRuntime) throws {
        guard let item = FileItem(host, view) else { return }
        let isFolder = item.isFolder && item.linkTarget == nil
        guard try runtime.shouldProcess(target: item.path, action: isFolder ? "Remove Directory" : "Remove File") else { return }
        do {
            if isFolder {
                guard try recurse.isOn || Folders.names(in: host).isEmpty else {
                    throw ValueError(
                        "Directory \(item.path) cannot be removed because it is not empty. Delete it with -Recurse.",
                        id: "DirectoryNotEmpty",
                        exception: "System.IO.IOException", category: "WriteError")
                }
                try Folders.removeTree(host)
            } else {
                try Files.remove(host)
            }
        } catch let error as SystemError {
            throw ValueError(
                "Cannot remove item \(item.path): \(error.description)", id: "RemoveFileSystemItemIOError",
                exception: "System.IO.IOException", category: "WriteError")
        }
    }

    private func removeFromDrive(_ path: String, _ engine: Engine) -> Bool {
        guard let colon = path.firstIndex(of: ":") else { return false }
        let name = String(path[path.index(after: colon)...].drop { $0 == "\\" || $0 == "/" })
        switch path[..<colon].lowercased() {
        case "env": unsetenv(name)
        case "variable": engine.removeVariable(name)
        case "function": engine.removeFunction(name)
        case "alias": engine.commands.removeAlias(name)
        default: return false
        }
        return true
    }
}
