import CmdletKit
import CmdletSupport
import Interpreter
import LinuxSystem
import Values

/// Invoke-Item.
struct InvokeItem: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Invoke-Item", aliases: ["ii"], synopsis: "Runs a program, or opens a file with the program that is meant for it.",
        description: "A file that may be run is run. Any other is handed to xdg-open.", defaultSet: "Path", confirms: true,
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths,
                help: "Files, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"],
                completer: .paths, help: "Files, taken literally."),
        ],
        examples: [Example("Invoke-Item /usr/bin/true; $?", "A program.", output: "True", runs: .never)])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = runtime.isBound("LiteralPath")
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
