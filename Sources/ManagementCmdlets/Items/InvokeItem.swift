import CmdletKit
import CmdletSupport
import Interpreter
import LinuxSystem
import Values

/// Invoke-Item: runs an executable file, or hands another file to xdg-open.
struct InvokeItem: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Invoke-Item", aliases: ["ii"], synopsis: "Runs a program, or opens a file with the program that is meant for it.",
        description: """
            A file with execute permission is run; any other file or folder is handed to xdg-open, which knows the \
            program that the desktop uses for its kind. Takes paths, or objects with a path, from the pipeline. Does \
            not wait for graphical programs, and writes no objects. Without xdg-open (package xdg-utils) opening a \
            file is an error.
            """,
        defaultSet: "Path", confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths,
                help: "Files and folders to run or open; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"],
                completer: .paths, help: "Paths in which no character is a wildcard: for names with [ ] * or ?."),
        ],
        examples: [
            Example("Invoke-Item /usr/bin/true; $?", "A program.", output: "True"),
            Example(
                "Invoke-Item /etc/passwd -WhatIf",
                "What would be opened.",
                output: "What if: Performing the operation \"Invoke Item\" on target \"Item: /etc/passwd\"."),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = runtime.isBound(\Self.literalPath)
        try runtime.forEach(literal ? literalPath : path) { path in
            for item in try PathResolver(engine: engine, showsHidden: true).files(path, literal: literal) {
                guard try runtime.shouldProcess(target: "Item: \(item.path)", action: "Invoke Item") else { continue }
                if engine.fileSystem.isExecutable(item.hostPath) {
                    _ = try runTool(item.hostPath, [])
                    continue
                }
                guard let opener = findTool("xdg-open") else {
                    throw ValueError(
                        "Opening '\(item.path)' needs the program 'xdg-open' (package xdg-utils), which was not found.",
                        id: "ToolNotFound",
                        category: "ObjectNotFound")
                }
                _ = try runTool(opener, [item.hostPath])
            }
        }
    }
}
