import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// New-Item: makes files, folders, links and entries of other providers.
struct NewItem: Cmdlet {
    private var path: [String] = []
    private var name: String?
    private var itemType: String?
    private var value: Value = .null
    private var force: Switch = false
    private var options: ScopedItemOptions?

    static let declaration = CmdletDeclaration<Self>(
        "New-Item", aliases: ["ni"], synopsis: "Makes a file, a folder, a link, or an entry of another drive.",
        description: """
            Makes the item and writes it. What is made of a file system path is a file unless -ItemType says \
            otherwise; on the drives Variable, Function, Alias and Env it is an entry with the value given. An item \
            that exists is an error unless -Force is given: then a file is emptied or overwritten, and a folder is \
            left as it is. -Force also makes the folders above a file.
            """,
        defaultSet: "pathSet", confirms: true,
        parameters: [
            Parameter(
                \.path,
                memberships: [
                    .init(set: "pathSet", position: 0, isMandatory: true, pipeline: .byPropertyName),
                    .init(set: "nameSet", position: 0, pipeline: .byPropertyName),
                ], completer: .paths, help: "Where the item is to be, its name included; with -Name, the folder that it is made in."
            ),
            Parameter(
                \.name, mandatory: true, pipeline: .byPropertyName, sets: ["nameSet"],
                validate: [.allowNull, .allowEmptyString], help: "The name of the new item, below -Path."),
            Parameter(
                \.itemType, aliases: ["Type"], pipeline: .byPropertyName,
                completer: .values(["File", "Directory", "SymbolicLink", "HardLink"]),
                help: "File (the default), Directory, SymbolicLink or HardLink."),
            Parameter(
                \.value, aliases: ["Target"], pipeline: [.byValue, .byPropertyName],
                help: "What the file or entry holds; for links, the target. Taken from the pipeline as well."),
            Parameter(\.force, help: "Overwrites an item that exists, and makes missing folders above it."),
            Parameter(
                \.options, help: "For variables, functions and aliases: None, ReadOnly, Constant, Private or AllScope."),
        ],
        outputs: ["System.IO.FileInfo", "System.IO.DirectoryInfo"],
        examples: [
            Example(
                "(New-Item /tmp/new-item/notes.txt -Value 'text' -Force).Length; Remove-Item /tmp/new-item -Recurse",
                "A file with a text, and the folder above it.", output: "4"),
            Example(
                """
                (New-Item /tmp/new-item-link -ItemType SymbolicLink -Value /usr).LinkTarget
                Remove-Item /tmp/new-item-link
                """,
                "A symbolic link.", output: "/usr"),
            Example("New-Item Env:COLOUR -Value blue | Out-Null; $env:COLOUR", "An environment variable.", output: "blue"),
        ])

    /// -ItemType of the FileSystem provider.
    private enum Kind: String { case file, directory, symboliclink, hardlink }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        try runtime.forEach(path.isEmpty ? ["."] : path) { path in
            let whole = name.flatMap { $0.isEmpty ? nil : $0 }.map { Self.join(path, $0) } ?? path
            switch try engine.itemPath(whole) {
            case .file(let host): try make(host, engine.fileSystem, runtime)
            case .entry(let provider, let name): try makeEntry(provider, name, engine, runtime)
            }
        }
    }

    private static func join(_ path: String, _ name: String) -> String {
        path.hasSuffix("/") || path.hasSuffix("\\") || path.hasSuffix(":") ? path + name : path + "/" + name
    }

    // MARK: Files

    private func kind() throws -> Kind {
        guard let itemType, !itemType.isEmpty else { return .file }
        let wanted = itemType.lowercased()
        if wanted == "container" || wanted == "d" { return .directory }
        if wanted == "leaf" || wanted == "f" { return .file }
        if wanted == "junction" { return .symboliclink }
        for kind in [Kind.file, .directory, .symboliclink, .hardlink] where kind.rawValue.hasPrefix(wanted) { return kind }
        throw ValueError(
            "The type is not a known type for the file system. Only \"file\",\"directory\" or \"symboliclink\" can be specified.",
            id: "Argument", exception: "System.Management.Automation.PSArgumentException", category: "InvalidArgument")
    }

    private func make(_ host: String, _ view: FileSystemView, _ runtime: any CmdletRuntime) throws {
        let kind = try kind()
        let shown = view.display(host)
        let action =
            switch kind {
            case .file: "Create File"
            case .directory: "Create Directory"
            case .symboliclink: "Create Symbolic Link"
            case .hardlink: "Create Hard Link"
            }
        guard try runtime.shouldProcess(target: "Destination: \(shown)", action: action) else { return }
        let before = FileItem(host, view)
        if let before, kind == .directory {
            guard before.isFolder, force.isOn else {
                throw failure("An item with the specified name \(shown) already exists.", "DirectoryExist", "ResourceExists")
            }
        } else {
            if let before {
                guard force.isOn else {
                    throw failure(
                        "The file '\(shown)' already exists.", kind == .file ? "NewItemIOError" : "SymLinkExists",
                        kind == .file ? "WriteError" : "ResourceExists")
                }
                guard kind != .file || !before.isFolder else {
                    throw ValueError(
                        "Access to the path '\(shown)' is denied.", id: "NewItemUnauthorizedAccessError",
                        exception: "System.UnauthorizedAccessException", category: "PermissionDenied")
                }
            }
            do { try write(kind, host, shown, replaces: before != nil, view) } catch let error as SystemError {
                throw failure(error, shown)
            }
        }
        if before == nil, kind == .directory {
            do { try Folders.make(host, mode: 0o777) } catch { throw failure(error, shown) }
        }
        if let item = FileItem(host, view) { try runtime.write(.object(item)) }
    }

    private func write(_ kind: Kind, _ host: String, _ shown: String, replaces: Bool, _ view: FileSystemView) throws {
        if force.isOn { try Folders.make(Files.split(host).folder, mode: 0o777) }
        switch kind {
        case .directory: break
        case .file: try Files.write(value.isNull ? [] : Array(value.displayText.utf8), to: host, mode: 0o666)
        case .symboliclink, .hardlink:
            guard !value.isNull, !value.displayText.isEmpty else {
                throw ValueError(
                    "A link needs a target: give -Value a path.", id: "Argument",
                    exception: "System.Management.Automation.PSArgumentException",
                    category: "InvalidArgument")
            }
            let target = value.displayText
            if view.hostPath(target) == host {
                throw failure("The target and path cannot be the same.", "TargetIsSameAsLink", "InvalidOperation")
            }
            if replaces { try Files.remove(host) }
            if kind == .symboliclink { return try Files.symlink(host, to: target) }
            guard view.isFile(view.hostPath(target)) else {
                throw ValueError(
                    "Cannot find path '\(target)' because it does not exist.", id: "ItemNotFound",
                    exception: "System.Management.Automation.ItemNotFoundException", category: "ObjectNotFound")
            }
            try Files.link(host, to: view.hostPath(target))
        }
    }

    private func failure(_ message: String, _ id: String, _ category: String) -> ValueError {
        ValueError(message, id: id, exception: "System.IO.IOException", category: category)
    }

    private func failure(_ error: SystemError, _ shown: String) -> ValueError {
        switch error.number {
        case EACCES, EPERM, EROFS:
            ValueError(
                "Access to the path '\(shown)' is denied.", id: "NewItemUnauthorizedAccessError",
                exception: "System.UnauthorizedAccessException", category: "PermissionDenied")
        case ENOENT:
            ValueError(
                "Could not find a part of the path '\(shown)'.", id: "NewItemIOError",
                exception: "System.IO.DirectoryNotFoundException",
                category: "WriteError")
        default: failure("Cannot make '\(shown)': \(error.description)", "NewItemIOError", "WriteError")
        }
    }

    // MARK: Entries

    private func makeEntry(_ provider: Provider, _ name: String, _ engine: Engine, _ runtime: any CmdletRuntime) throws {
        let table = EntryTable(provider, engine)
        if table.exists(name), !force.isOn {
            throw ValueError(
                "The item at path '\(name)' already exists: give -Force to replace it.", id: "Argument",
                exception: "System.Management.Automation.PSArgumentException", category: "InvalidArgument")
        }
        guard try runtime.shouldProcess(target: "Item: \(name) Value: \(value.displayText)", action: "New Item") else { return }
        try table.set(name, value, options: options)
        try runtime.write(ItemObject.make(.entry(provider, name: name), engine))
    }
}
