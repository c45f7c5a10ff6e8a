import CmdletKit
import Engine
import Values

/// Get-Item.
struct GetItem: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Get-Item", aliases: ["gi"], synopsis: "Gets files and folders themselves.", defaultSet: "Path",
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths, help: "Paths, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths, help: "Paths, taken literally."),
            Parameter("Force", \.force, help: "Hidden ones as well."),
        ],
        outputs: ["System.IO.FileInfo", "System.IO.DirectoryInfo"],
        examples: [Example("(Get-Item /usr).PSIsContainer", "A folder.", output: "True")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let view = try runtime.service(Engine.self).fileSystem
        let literal = runtime.isBound("LiteralPath")
        for path in literal ? literalPath : path {
            do {
                for host in try PathResolver.resolve(path, literal: literal, view) {
                    if let item = FileItem(host, view) { try runtime.write(.object(item)) }
                }
            } catch let error as ValueError {
                try runtime.writeError(.wrapping(error))
            }
        }
    }
}
