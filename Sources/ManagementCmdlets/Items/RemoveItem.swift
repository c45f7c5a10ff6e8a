import CmdletKit
import CmdletSupport
import Interpreter
import LinuxSystem
import Values

/// Remove-Item: removes files, folder trees and entries of other providers.
struct RemoveItem: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []
    private var recurse: Switch = false
    private var force: Switch = false
    private var confirmation = Confirmation()

    static let declaration = CmdletDeclaration<Self>(
        "Remove-Item", aliases: ["ri", "del", "erase", "rd"], synopsis: "Removes files, folders and entries of other drives.",
        description: """
            Takes paths, or objects with a path, from the pipeline and writes nothing. A folder that is not empty is \
            asked about unless -Recurse is given. Hidden items and files without write permission are an error \
            unless -Force is given. A symbolic link is removed, never what it leads to. There is no way back: try \
            -WhatIf first.
            """,
        defaultSet: "Path", confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths, help: "Paths of items; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths,
                help: "Paths in which no character is a wildcard: for names with [ ] * or ?."),
            Parameter(
                \.filter,
                help: "A wildcard pattern that the name of a file must fit; applied before -Include and -Exclude."),
            Parameter(\.include, help: "Wildcard patterns: only items whose name fits one of them."),
            Parameter(\.exclude, help: "Wildcard patterns: items whose name fits one of them are left out."),
            Parameter(\.recurse, help: "Removes folders with all that is in them, without asking."),
            Parameter(\.force, help: "Removes hidden items and items without write permission as well."),
        ],
        examples: [
            Example(
                """
                New-Item /tmp/remove-item.txt | Out-Null
                Remove-Item /tmp/remove-item.txt
                Test-Path /tmp/remove-item.txt
                """,
                "A file.", output: "False"),
            Example(
                """
                New-Item /tmp/remove-item/a/b.txt -Force | Out-Null
                Remove-Item /tmp/remove-item -Recurse
                Test-Path /tmp/remove-item
                """,
                "A folder with all that is in it.", output: "False"),
            Example("$word = 1; Remove-Item Variable:word; Test-Path Variable:word", "A variable.", output: "False"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = runtime.isBound(\Self.literalPath)
        let resolver = PathResolver(
            engine: engine, filter: NameFilter(filter: filter, include: include, exclude: exclude), showsHidden: force.isOn)
        var confirmation = confirmation
        try runtime.forEach(literal ? literalPath : path) { path in
            for item in try resolver.resolve(path, literal: literal) {
                switch item {
                case .file(let file): try remove(file, &confirmation, runtime)
                case .entry(let provider, let name):
                    guard try runtime.shouldProcess(target: "Item: \(name)", action: "Remove Item") else { continue }
                    try EntryTable(provider, engine).remove(name, force: force.isOn)
                }
            }
        }
        self.confirmation = confirmation
    }

    private func remove(_ item: FileItem, _ confirmation: inout Confirmation, _ runtime: any CmdletRuntime) throws {
        let isFolder = item.isFolder && item.linkTarget == nil
        guard try runtime.shouldProcess(target: item.path, action: isFolder ? "Remove Directory" : "Remove File") else { return }
        if !force.isOn, item.isHidden || (!isFolder && item.isReadOnly && item.linkTarget == nil) {
            throw ValueError(
                "You do not have sufficient access rights to perform this operation or the item is hidden, system, or read only.",
                id: "RemoveFileSystemItemUnAuthorizedAccess", exception: "System.IO.IOException", category: "PermissionDenied")
        }
        do {
            if isFolder {
                if !recurse.isOn, try !Folders.names(in: item.hostPath).isEmpty {
                    let question =
                        "The item at \(item.path) has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?"
                    guard try confirmation.asks(question, runtime) else { return }
                }
                try Folders.removeTree(item.hostPath)
            } else {
                try Files.remove(item.hostPath)
            }
        } catch let error as SystemError {
            throw ValueError(
                "Cannot remove item \(item.path): \(error.description)", id: "RemoveFileSystemItemIOError",
                exception: "System.IO.IOException", category: "WriteError")
        }
    }
}
