import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Convert-Path.
struct ConvertPath: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Convert-Path", aliases: ["cvpa"], synopsis: "Turns a path on a drive into the path that programs know.",
        defaultSet: "Path",
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths,
                help: "Paths, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths, help: "Paths, taken literally."),
            Parameter("Force", \.force, help: "Hidden ones match wildcards too."),
        ],
        outputs: ["System.String"], examples: [Example("Convert-Path /usr/../usr", "An absolute path.", output: "/usr")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let literal = runtime.isBound("LiteralPath")
        try runtime.forEach(literal ? literalPath : path) { path in
            for item in try PathResolver(engine: engine, showsHidden: force.isOn || literal).resolve(path, literal: literal) {
                switch item {
                case .file(let file): try runtime.write(.string(file.path))
                case .entry(_, let name): try runtime.write(.string(name))
                }
            }
        }
    }
}
